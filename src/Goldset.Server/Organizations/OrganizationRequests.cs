using Goldset.Server.Http.RequestBinding;

namespace Goldset.Server.Organizations;

/// <summary>What may be set on an organization.</summary>
public sealed record OrganizationRequest
{
    /// <summary>Its name.</summary>
    [Field(Required = true, MaxLength = 1000)] public Optional<string> Title { get; init; }
    /// <summary>An e-mail address.</summary>
    [Field(Null = true, Blank = true, Email = true, MaxLength = 254)] public Optional<string?> ContactInfo { get; init; }
}

/// <summary>Which tokens to accept.</summary>
public sealed record TokenSettingsRequest
{
    /// <summary>Personal access tokens.</summary>
    public Optional<bool> ApiTokensEnabled { get; init; }
    /// <summary>Account tokens in the <c>Token</c> header.</summary>
    public Optional<bool> LegacyApiTokensEnabled { get; init; }
}

/// <summary>How long sessions last.</summary>
public sealed record SessionPolicyRequest
{
    /// <summary>Minutes until one must sign in again.</summary>
    [Field(MinValue = 1)] public Optional<int> MaxSessionAge { get; init; }
    /// <summary>Minutes without a request.</summary>
    [Field(MinValue = 1)] public Optional<int> MaxTimeBetweenActivity { get; init; }
}
