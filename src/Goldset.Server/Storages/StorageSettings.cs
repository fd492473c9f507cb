namespace Goldset.Server.Storages;

/// <summary>What storages of all kinds are set up with, secrets aside. Each kind uses its own part; the rest is null.</summary>
internal sealed record StorageSettings
{
    /// <summary>Local folder, absolute, or beginning of the keys in Redis.</summary>
    public string? Path { get; init; }
    /// <summary>Bucket.</summary>
    public string? Bucket { get; init; }
    /// <summary>Beginning of the keys.</summary>
    public string? Prefix { get; init; }
    /// <summary>S3 region.</summary>
    public string? RegionName { get; init; }
    /// <summary>Address of an S3 service other than Amazon's.</summary>
    public string? S3Endpoint { get; init; }
    /// <summary>Key with which Amazon encrypts what is written.</summary>
    public string? AwsSseKmsKeyId { get; init; }
    /// <summary>Google's project; kept for clients, the bucket says whose it is.</summary>
    public string? GoogleProjectId { get; init; }
    /// <summary>Azure container.</summary>
    public string? Container { get; init; }
    /// <summary>Redis server; absent: this machine.</summary>
    public string? Host { get; init; }
    /// <summary>Its port; absent: 6379.</summary>
    public string? Port { get; init; }
    /// <summary>Its database.</summary>
    public int? Db { get; init; }
}

/// <summary>Credentials. Stored encrypted, never answered.</summary>
internal sealed record StorageSecrets
{
    /// <summary>S3.</summary>
    public string? AwsAccessKeyId { get; init; }
    /// <summary>S3.</summary>
    public string? AwsSecretAccessKey { get; init; }
    /// <summary>S3.</summary>
    public string? AwsSessionToken { get; init; }
    /// <summary>Key of a Google service account, JSON.</summary>
    public string? GoogleApplicationCredentials { get; init; }
    /// <summary>Azure.</summary>
    public string? AccountName { get; init; }
    /// <summary>Azure.</summary>
    public string? AccountKey { get; init; }
    /// <summary>Redis.</summary>
    public string? Password { get; init; }

    /// <summary>These, and where one is blank the <paramref name="stored"/> one.</summary>
    public StorageSecrets FilledFrom(StorageSecrets stored) => new()
    {
        AwsAccessKeyId = NotBlank(AwsAccessKeyId) ?? stored.AwsAccessKeyId,
        AwsSecretAccessKey = NotBlank(AwsSecretAccessKey) ?? stored.AwsSecretAccessKey,
        AwsSessionToken = NotBlank(AwsSessionToken) ?? stored.AwsSessionToken,
        GoogleApplicationCredentials = NotBlank(GoogleApplicationCredentials) ?? stored.GoogleApplicationCredentials,
        AccountName = NotBlank(AccountName) ?? stored.AccountName,
        AccountKey = NotBlank(AccountKey) ?? stored.AccountKey,
        Password = NotBlank(Password) ?? stored.Password,
    };

    private static string? NotBlank(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

/// <summary>What a person sets on a storage: what is stored, or what a request would make of it.</summary>
internal sealed record StorageSetup
{
    public required long ProjectId { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public bool Synchronizable { get; init; } = true;
    public string? RegexFilter { get; init; }
    public bool UseBlobUrls { get; init; }
    public bool Presign { get; init; } = true;
    public int PresignTtl { get; init; } = 1;
    public bool? RecursiveScan { get; init; } = false;
    public bool? CanDeleteObjects { get; init; }
    public bool AllowPrivate { get; init; }
    public StorageSettings Settings { get; init; } = new();
    public StorageSecrets Secrets { get; init; } = new();
}
