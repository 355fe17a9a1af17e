using Plus.Shared.Access.Passwords;
using Plus.Shared.Access.SingleSignOn;
using Plus.Shared.Audit.Sealing;
using Plus.Shared.Keys.Ring;

namespace Plus.Host.Serving;

/// <summary>What the web application must know before it starts.</summary>
/// <param name="AppConnectionString">Connects as the role that owns nothing.</param>
public sealed record ServeSettings(string AppConnectionString)
{
    /// <summary>Where files that are sent in lie, and the watched folder; null for the defaults without a data folder.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Connects to the archive; null where there is none.</summary>
    public string? ArchiveConnectionString { get; init; }

    /// <summary>Addresses to listen on.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [];

    /// <summary>The data are invented; every page says so.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Addresses of proxies whose forwarded headers are believed.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>Folder of TLS certificate (PEM) and key; null when a proxy ends TLS or the address is loopback.</summary>
    public string? CertificatePath { get; init; }

    public string? CertificateKeyPath { get; init; }

    /// <summary>Where the audit's signed heads go; null signs none.</summary>
    public AuditPlaces? Audit { get; init; }

    /// <summary>The master keys; null makes some that are gone with the process, for trials.</summary>
    public KeyRing? Keys { get; init; }

    /// <summary>Passwords that became known; none unless named.</summary>
    public BreachedPasswords Breached { get; init; } = BreachedPasswords.None;

    /// <summary>Passwords of PLUS, an identity provider, or both.</summary>
    public LogInWays Ways { get; init; } = LogInWays.LocalOnly;

    /// <summary>Nightly jobs and background workers run in this node.</summary>
    public bool RunsJobs { get; init; } = true;
}
