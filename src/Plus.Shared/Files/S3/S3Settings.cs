namespace Plus.Shared.Files.S3;

/// <summary>An object store that speaks the S3 protocol.</summary>
/// <param name="Endpoint">Its address; the bucket is named in the path.</param>
/// <param name="Bucket">Made beforehand, for PLUS alone.</param>
/// <param name="Region">us-east-1 where the store has none.</param>
internal sealed record S3Settings(Uri Endpoint, string Bucket, string Region, string AccessKey, string SecretKey)
{
    /// <summary>
    /// PLUS_S3_ENDPOINT, PLUS_S3_BUCKET, PLUS_S3_REGION, PLUS_S3_ACCESS_KEY, PLUS_S3_SECRET_KEY; null when no endpoint is
    /// named. Plain HTTP only on this machine.
    /// </summary>
    public static S3Settings? FromEnvironment()
    {
        if (Text("PLUS_S3_ENDPOINT") is not { } address)
        {
            return null;
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var endpoint) || !IsSafe(endpoint))
        {
            throw new InvalidOperationException(
                "PLUS_S3_ENDPOINT must be an https address; http is taken for this machine alone."
            );
        }

        return new S3Settings(
            endpoint,
            Needed("PLUS_S3_BUCKET"),
            Text("PLUS_S3_REGION") ?? "us-east-1",
            Needed("PLUS_S3_ACCESS_KEY"),
            Needed("PLUS_S3_SECRET_KEY")
        );
    }

    private static bool IsSafe(Uri endpoint) =>
        endpoint.Scheme == Uri.UriSchemeHttps || (endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback);

    private static string Needed(string name) =>
        Text(name) ?? throw new InvalidOperationException($"PLUS_S3_ENDPOINT is set, so {name} must be too.");

    private static string? Text(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
