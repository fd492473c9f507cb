using Goldset.Server.Http.RequestBinding;

namespace Goldset.Server.Storages;

/// <summary>What may be set on every storage.</summary>
internal abstract record StorageRequest
{
    /// <summary>The project.</summary>
    [Field(Required = true)] public Optional<long> Project { get; init; }
    /// <summary>Name.</summary>
    [Field(Null = true, Blank = true, MaxLength = 256)] public Optional<string?> Title { get; init; }
    /// <summary>Free text.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> Description { get; init; }
    /// <summary>May be synchronized.</summary>
    public Optional<bool> Synchronizable { get; init; }
    /// <summary>Regular expression for the keys to import, matched from their beginning.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> RegexFilter { get; init; }
    /// <summary>True: each object is a task. False: objects hold tasks as JSON.</summary>
    public Optional<bool> UseBlobUrls { get; init; }
    /// <summary>For `validate` and `files`: a storage whose credentials stand for those left blank.</summary>
    public Optional<long?> Id { get; init; }
    /// <summary>For `files`: most objects to list.</summary>
    [Field(MinValue = 1, MaxValue = 10_000)] public Optional<int> Limit { get; init; }

    /// <summary><paramref name="setup"/> with what this request sets.</summary>
    public virtual StorageSetup ApplyTo(StorageSetup setup) => setup with
    {
        ProjectId = Project.Or(setup.ProjectId),
        Title = Title.Or(setup.Title),
        Description = Description.Or(setup.Description),
        Synchronizable = Synchronizable.Or(setup.Synchronizable),
        RegexFilter = RegexFilter.Or(setup.RegexFilter),
        UseBlobUrls = UseBlobUrls.Or(setup.UseBlobUrls),
    };
}

/// <summary>What may be set on a storage of local files.</summary>
internal abstract record LocalFilesRequest : StorageRequest
{
    /// <summary>Absolute path of a folder below the document root.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> Path { get; init; }

    /// <inheritdoc />
    public override StorageSetup ApplyTo(StorageSetup setup)
    {
        setup = base.ApplyTo(setup);
        return Path.IsSet ? setup with { Settings = setup.Settings with { Path = LocalFiles.LocalFolder.Normalize(Path.Value) } } : setup;
    }
}

/// <summary>Local files to import.</summary>
internal sealed record LocalFilesImportRequest : LocalFilesRequest
{
    /// <summary>Files in folders below too.</summary>
    public Optional<bool?> RecursiveScan { get; init; }

    /// <inheritdoc />
    public override StorageSetup ApplyTo(StorageSetup setup) => base.ApplyTo(setup) with { RecursiveScan = RecursiveScan.Or(setup.RecursiveScan) };
}

/// <summary>A local folder to write annotations to.</summary>
internal sealed record LocalFilesExportRequest : LocalFilesRequest
{
    /// <summary>Deleting an annotation deletes its file.</summary>
    public Optional<bool?> CanDeleteObjects { get; init; }

    /// <inheritdoc />
    public override StorageSetup ApplyTo(StorageSetup setup) => base.ApplyTo(setup) with { CanDeleteObjects = CanDeleteObjects.Or(setup.CanDeleteObjects) };
}

/// <summary>What may be set on an S3 storage.</summary>
internal abstract record S3Request : StorageRequest
{
    /// <summary>Bucket.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> Bucket { get; init; }
    /// <summary>Beginning of the keys.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> Prefix { get; init; }
    /// <summary>Region; absent: us-east-1.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> RegionName { get; init; }
    /// <summary>Address of a service other than Amazon's.</summary>
    [Field(Null = true, Blank = true, Url = true)] public Optional<string?> S3Endpoint { get; init; }
    /// <summary>Id of a key of the Key Management Service.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> AwsSseKmsKeyId { get; init; }
    /// <summary>Never answered.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> AwsAccessKeyId { get; init; }
    /// <summary>Never answered.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> AwsSecretAccessKey { get; init; }
    /// <summary>Never answered.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> AwsSessionToken { get; init; }

    /// <inheritdoc />
    public override StorageSetup ApplyTo(StorageSetup setup)
    {
        setup = base.ApplyTo(setup);
        return setup with
        {
            Settings = setup.Settings with
            {
                Bucket = Bucket.Or(setup.Settings.Bucket),
                Prefix = Prefix.Or(setup.Settings.Prefix),
                RegionName = RegionName.Or(setup.Settings.RegionName),
                S3Endpoint = S3Endpoint.Or(setup.Settings.S3Endpoint),
                AwsSseKmsKeyId = AwsSseKmsKeyId.Or(setup.Settings.AwsSseKmsKeyId),
            },
            Secrets = setup.Secrets with
            {
                AwsAccessKeyId = AwsAccessKeyId.Or(setup.Secrets.AwsAccessKeyId),
                AwsSecretAccessKey = AwsSecretAccessKey.Or(setup.Secrets.AwsSecretAccessKey),
                AwsSessionToken = AwsSessionToken.Or(setup.Secrets.AwsSessionToken),
            },
        };
    }
}

/// <summary>An S3 bucket to import from.</summary>
internal sealed record S3ImportRequest : S3Request
{
    /// <summary>Browsers read objects from the bucket, through signed addresses.</summary>
    public Optional<bool> Presign { get; init; }
    /// <summary>Minutes a signed address is good for; 10080, a week, is the most that S3 allows.</summary>
    [Field(MinValue = 1, MaxValue = 10_080)] public Optional<int> PresignTtl { get; init; }
    /// <summary>Objects in folders below too.</summary>
    public Optional<bool> RecursiveScan { get; init; }

    /// <inheritdoc />
    public override StorageSetup ApplyTo(StorageSetup setup) => base.ApplyTo(setup) with
    {
        Presign = Presign.Or(setup.Presign),
        PresignTtl = PresignTtl.Or(setup.PresignTtl),
        RecursiveScan = RecursiveScan.Or(setup.RecursiveScan ?? false),
    };
}

/// <summary>An S3 bucket to write annotations to.</summary>
internal sealed record S3ExportRequest : S3Request
{
    /// <summary>Deleting an annotation deletes its object.</summary>
    public Optional<bool?> CanDeleteObjects { get; init; }

    /// <inheritdoc />
    public override StorageSetup ApplyTo(StorageSetup setup) => base.ApplyTo(setup) with { CanDeleteObjects = CanDeleteObjects.Or(setup.CanDeleteObjects) };
}

/// <summary>What may be set on a Google Cloud Storage.</summary>
internal abstract record GcsRequest : StorageRequest
{
    /// <summary>Bucket.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> Bucket { get; init; }
    /// <summary>Beginning of the keys.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> Prefix { get; init; }
    /// <summary>Key of a service account, JSON. Never answered.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> GoogleApplicationCredentials { get; init; }
    /// <summary>Project; kept, and of no effect.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> GoogleProjectId { get; init; }

    /// <inheritdoc />
    public override StorageSetup ApplyTo(StorageSetup setup)
    {
        setup = base.ApplyTo(setup);
        return setup with
        {
            Settings = setup.Settings with
            {
                Bucket = Bucket.Or(setup.Settings.Bucket),
                Prefix = Prefix.Or(setup.Settings.Prefix),
                GoogleProjectId = GoogleProjectId.Or(setup.Settings.GoogleProjectId),
            },
            Secrets = setup.Secrets with { GoogleApplicationCredentials = GoogleApplicationCredentials.Or(setup.Secrets.GoogleApplicationCredentials) },
        };
    }
}

/// <summary>A bucket of Google Cloud Storage to import from.</summary>
internal sealed record GcsImportRequest : GcsRequest
{
    /// <summary>Browsers read objects from the bucket, through signed addresses.</summary>
    public Optional<bool> Presign { get; init; }
    /// <summary>Minutes a signed address is good for; at most 10080, a week.</summary>
    [Field(MinValue = 1, MaxValue = 10_080)] public Optional<int> PresignTtl { get; init; }
    /// <summary>Objects in folders below too.</summary>
    public Optional<bool?> RecursiveScan { get; init; }

    /// <inheritdoc />
    public override StorageSetup ApplyTo(StorageSetup setup) => base.ApplyTo(setup) with
    {
        Presign = Presign.Or(setup.Presign),
        PresignTtl = PresignTtl.Or(setup.PresignTtl),
        RecursiveScan = RecursiveScan.Or(setup.RecursiveScan),
    };
}

/// <summary>A bucket of Google Cloud Storage to write annotations to.</summary>
internal sealed record GcsExportRequest : GcsRequest
{
    /// <summary>Deleting an annotation deletes its object.</summary>
    public Optional<bool?> CanDeleteObjects { get; init; }

    /// <inheritdoc />
    public override StorageSetup ApplyTo(StorageSetup setup) => base.ApplyTo(setup) with { CanDeleteObjects = CanDeleteObjects.Or(setup.CanDeleteObjects) };
}

/// <summary>What may be set on an Azure storage.</summary>
internal abstract record AzureRequest : StorageRequest
{
    /// <summary>Container.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> Container { get; init; }
    /// <summary>Beginning of the names.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> Prefix { get; init; }
    /// <summary>Never answered.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> AccountName { get; init; }
    /// <summary>Never answered.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> AccountKey { get; init; }

    /// <inheritdoc />
    public override StorageSetup ApplyTo(StorageSetup setup)
    {
        setup = base.ApplyTo(setup);
        return setup with
        {
            Settings = setup.Settings with { Container = Container.Or(setup.Settings.Container), Prefix = Prefix.Or(setup.Settings.Prefix) },
            Secrets = setup.Secrets with { AccountName = AccountName.Or(setup.Secrets.AccountName), AccountKey = AccountKey.Or(setup.Secrets.AccountKey) },
        };
    }
}

/// <summary>An Azure container to import from.</summary>
internal sealed record AzureImportRequest : AzureRequest
{
    /// <summary>Browsers read objects from the container, through signed addresses.</summary>
    public Optional<bool> Presign { get; init; }
    /// <summary>Minutes a signed address is good for; at most 10080, a week.</summary>
    [Field(MinValue = 1, MaxValue = 10_080)] public Optional<int> PresignTtl { get; init; }
    /// <summary>Objects in folders below too.</summary>
    public Optional<bool?> RecursiveScan { get; init; }

    /// <inheritdoc />
    public override StorageSetup ApplyTo(StorageSetup setup) => base.ApplyTo(setup) with
    {
        Presign = Presign.Or(setup.Presign),
        PresignTtl = PresignTtl.Or(setup.PresignTtl),
        RecursiveScan = RecursiveScan.Or(setup.RecursiveScan),
    };
}

/// <summary>An Azure container to write annotations to.</summary>
internal sealed record AzureExportRequest : AzureRequest
{
    /// <summary>Deleting an annotation deletes its object.</summary>
    public Optional<bool?> CanDeleteObjects { get; init; }

    /// <inheritdoc />
    public override StorageSetup ApplyTo(StorageSetup setup) => base.ApplyTo(setup) with { CanDeleteObjects = CanDeleteObjects.Or(setup.CanDeleteObjects) };
}

/// <summary>What may be set on a Redis storage.</summary>
internal abstract record RedisRequest : StorageRequest
{
    /// <summary>Beginning of the keys to import; may hold the wildcards of Redis. Keys that are written do not begin with it.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> Path { get; init; }
    /// <summary>Server; absent: localhost.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> Host { get; init; }
    /// <summary>Port; absent: 6379.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> Port { get; init; }
    /// <summary>Never answered.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> Password { get; init; }
    /// <summary>Number of the database; absent: 1 for import, 2 for export.</summary>
    [Field(MinValue = 0, MaxValue = int.MaxValue)] public Optional<int> Db { get; init; }

    /// <summary>The database where none is named.</summary>
    protected abstract int DefaultDb { get; }

    /// <inheritdoc />
    public override StorageSetup ApplyTo(StorageSetup setup)
    {
        setup = base.ApplyTo(setup);
        return setup with
        {
            Settings = setup.Settings with
            {
                Path = Path.Or(setup.Settings.Path),
                Host = Host.Or(setup.Settings.Host),
                Port = Port.Or(setup.Settings.Port),
                Db = Db.Or(setup.Settings.Db ?? DefaultDb),
            },
            Secrets = setup.Secrets with { Password = Password.Or(setup.Secrets.Password) },
        };
    }
}

/// <summary>Keys of a Redis database to import.</summary>
internal sealed record RedisImportRequest : RedisRequest
{
    /// <inheritdoc />
    protected override int DefaultDb => 1;
}

/// <summary>A Redis database to write annotations to.</summary>
internal sealed record RedisExportRequest : RedisRequest
{
    /// <summary>Deleting an annotation deletes its key.</summary>
    public Optional<bool?> CanDeleteObjects { get; init; }

    /// <inheritdoc />
    protected override int DefaultDb => 2;

    /// <inheritdoc />
    public override StorageSetup ApplyTo(StorageSetup setup) => base.ApplyTo(setup) with { CanDeleteObjects = CanDeleteObjects.Or(setup.CanDeleteObjects) };
}
