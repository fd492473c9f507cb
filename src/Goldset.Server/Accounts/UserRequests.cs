using System.Text.Json;
using Goldset.Data;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;

namespace Goldset.Server.Accounts;

/// <summary>What may be set on a user.</summary>
public sealed record UserRequest
{
    /// <summary>Given name.</summary>
    [Field(Blank = true, MaxLength = 256)] public Optional<string> FirstName { get; init; }
    /// <summary>Family name.</summary>
    [Field(Blank = true, MaxLength = 256)] public Optional<string> LastName { get; init; }
    /// <summary>Shown name.</summary>
    [Field(Required = true, MaxLength = 256)] public Optional<string> Username { get; init; }
    /// <summary>Only on creation.</summary>
    [Field(Blank = true, Email = true, MaxLength = 254)] public Optional<string> Email { get; init; }
    /// <summary>Phone number.</summary>
    [Field(Blank = true, MaxLength = 256)] public Optional<string> Phone { get; init; }
    /// <summary>An organization the user belongs to.</summary>
    public Optional<long?> ActiveOrganization { get; init; }
    /// <summary>Whether news are welcome.</summary>
    public Optional<bool?> AllowNewsletters { get; init; }
    /// <summary>When the user joined.</summary>
    public Optional<Timestamp> DateJoined { get; init; }
    /// <summary>Key assignments, <c>{"section:action": {"key": "ctrl+enter", "active": true}}</c>.</summary>
    [Field(Null = true), Shape("Hotkeys", Null = true)] public Optional<JsonElement> CustomHotkeys { get; init; }
}
