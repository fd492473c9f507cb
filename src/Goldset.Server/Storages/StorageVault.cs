using System.Security.Cryptography;
using System.Text.Json;
using Goldset.Server.Http;
using Microsoft.AspNetCore.DataProtection;

namespace Goldset.Server.Storages;

/// <summary>Encrypts credentials of storages with the server's key.</summary>
internal sealed class StorageVault(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Goldset.StorageSecrets");

    /// <summary>The text to store; null when there is nothing to hide.</summary>
    public string? Seal(StorageSecrets secrets) => secrets == new StorageSecrets() ? null : protector.Protect(JsonSerializer.Serialize(secrets, Json.Options));

    /// <summary>The credentials in a stored text. None when the server's key is another one now: the storage then fails for want of credentials.</summary>
    public StorageSecrets Open(string? text)
    {
        if (text is null) return new StorageSecrets();
        try
        {
            return JsonSerializer.Deserialize<StorageSecrets>(protector.Unprotect(text), Json.Options) ?? new StorageSecrets();
        }
        catch (CryptographicException)
        {
            return new StorageSecrets();
        }
    }
}
