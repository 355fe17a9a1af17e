using System.Net;
using Plus.Host.Commands;

namespace Plus.Host.Serving;

/// <summary>
/// HTTP without TLS only on loopback. Elsewhere TLS is ours or a trusted proxy's; otherwise PLUS does not start.
/// </summary>
internal static class TransportRule
{
    public static void Check(ServeSettings settings)
    {
        foreach (var url in settings.Urls)
        {
            var address = BindingAddress.Parse(url);
            var safe =
                address.Scheme == "https"
                    ? settings.CertificatePath is not null
                    : IsLoopback(address.Host) || settings.TrustedProxies.Count > 0;
            if (!safe)
            {
                throw new CommandException(
                    address.Scheme == "https"
                        ? $"{url} needs a certificate: set PLUS_TLS_CERT and PLUS_TLS_KEY to PEM files."
                        : $"{url} would carry personal data in the clear. Serve on 127.0.0.1, set PLUS_TLS_CERT and PLUS_TLS_KEY "
                            + "and use https, or name the proxy that ends TLS in PLUS_TRUSTED_PROXIES."
                );
            }
        }
    }

    private static bool IsLoopback(string host) =>
        host is "localhost"
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
