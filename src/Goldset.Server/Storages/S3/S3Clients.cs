using Amazon.Runtime;
using Amazon.S3;
using Goldset.Server.Hosting;
using Goldset.Server.Http.OutgoingRequests;
using Goldset.Server.Storages.Objects;

namespace Goldset.Server.Storages.S3;

/// <summary>Makes clients of S3 services whose connections go through the rules for outgoing requests.</summary>
internal sealed class S3Clients(IHttpClientFactory http)
{
    private const string DefaultRegion = "us-east-1";

    /// <summary>A client for one storage.</summary>
    /// <exception cref="StorageException">The endpoint is no address.</exception>
    public AmazonS3Client Create(StorageSetup setup)
    {
        var settings = setup.Settings;
        var region = NotBlank(settings.RegionName) ?? NotBlank(ServerEnvironment.Get("S3_region")) ?? DefaultRegion;
        var config = new AmazonS3Config
        {
            HttpClientFactory = new GuardedClients(http, StorageHttp.ReachOf(setup)),
            AuthenticationRegion = region,
            MaxErrorRetry = 2,
            Timeout = TimeSpan.FromSeconds(100),
            // Other services than Amazon's do not know the newer checksums.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if ((NotBlank(settings.S3Endpoint) ?? NotBlank(ServerEnvironment.Get("S3_ENDPOINT"))) is { } endpoint)
        {
            if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) throw new StorageException($"\"{endpoint}\" is no address of an S3 service");
            config.ServiceURL = endpoint;
            config.ForcePathStyle = true;
        }
        else
        {
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(region);
        }
        return new AmazonS3Client(Credentials(setup.Secrets), config);
    }

    // The machine's own identity is not looked for: whoever may connect a storage could read with it whatever the machine may.
    private static AWSCredentials Credentials(StorageSecrets secrets)
    {
        var key = NotBlank(secrets.AwsAccessKeyId) ?? NotBlank(ServerEnvironment.Get("AWS_ACCESS_KEY_ID"));
        var secret = NotBlank(secrets.AwsSecretAccessKey) ?? NotBlank(ServerEnvironment.Get("AWS_SECRET_ACCESS_KEY"));
        if (key is null || secret is null) return new AnonymousAWSCredentials();
        var token = NotBlank(secrets.AwsSessionToken) ?? (string.IsNullOrEmpty(secrets.AwsAccessKeyId) ? NotBlank(ServerEnvironment.Get("AWS_SESSION_TOKEN")) : null);
        return token is null ? new BasicAWSCredentials(key, secret) : new SessionAWSCredentials(key, secret, token);
    }

    private static string? NotBlank(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private sealed class GuardedClients(IHttpClientFactory http, Reach reach) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig)
        {
            var client = http.CreateClient(StorageHttp.NameOf(reach));
            if (clientConfig.Timeout is { } timeout) client.Timeout = timeout;
            return client;
        }

        // The handlers behind them are pooled by the factory.
        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => true;
    }
}
