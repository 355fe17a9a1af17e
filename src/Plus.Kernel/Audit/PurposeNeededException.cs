using Plus.Kernel.Ids;

namespace Plus.Kernel.Audit;

/// <summary>
/// A client outside one's own caseload is to be shown and nobody said for what. Nothing was shown; the web application asks
/// for the purpose and leads back to where the person wanted to go.
/// </summary>
public sealed class PurposeNeededException : Exception
{
    public PurposeNeededException(ClientId client)
        : base("A purpose must be stated before this record is shown.") => Client = client;

    public ClientId Client { get; }
}
