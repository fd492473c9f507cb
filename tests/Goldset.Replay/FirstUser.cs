namespace Goldset.Replay;

/// <summary>The administrator that a server must have before scenarios are replayed.</summary>
public static class FirstUser
{
    /// <summary>Signs in with this e-mail.</summary>
    public const string Email = "admin@example.com";

    /// <summary>The password.</summary>
    public const string Password = "Passw0rd!x";

    /// <summary>The legacy API token.</summary>
    public const string Token = "0123456789abcdef0123456789abcdef01234567";
}
