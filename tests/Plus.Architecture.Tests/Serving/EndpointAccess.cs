namespace Plus.Architecture.Tests.Serving;

/// <summary>Every page and endpoint names exactly one permission that a room declares, or is open on purpose.</summary>
internal static class EndpointAccess
{
    /// <summary>What anybody may reach: logging in, what pages are drawn with, errors, health.</summary>
    private static readonly string[] Open =
    [
        "/login",
        "/login/code",
        "/login/passkey",
        "/login/sso",
        "/login/sso/logout",
        "/login/sso/refused",
        "/set-password/{token}",
        // A contact person of a host has no account: the link opens with its code, once.
        "/host-work/enter/{token}",
        "/host-work/closed",
        "/host-work/sso",
        "/host-work/sso/refused",
        "/assets/{fingerprint}/{name}",
        "/language/{code}",
        "/error/{code}",
        "/error/{status}",
        "/error/{status:int}",
        "/error/{code:int}",
        // A token in the address lets a word processor at one document; the endpoint asks everything else itself.
        "/dav/{**path}",
        // So does the token of a calendar feed, which gives times and numbers of cases, and no names.
        "/calendar/feed/{**path}",
        // The monitoring vendor's events: the signature over them is asked by the endpoint.
        "/monitoring/events",
        "/health/live",
        "/health/ready",
        "/{**path}",
    ];

    public static IEnumerable<string> Violations(
        IEnumerable<ServedEndpoint> endpoints,
        IReadOnlyCollection<string> declared
    )
    {
        foreach (var endpoint in endpoints)
        {
            if (endpoint.Anonymous)
            {
                if (!Open.Contains(endpoint.Route, StringComparer.Ordinal) || endpoint.Permissions.Count > 0)
                {
                    yield return $"{endpoint.Route} is open to everybody.";
                }
            }
            else if (endpoint.Permissions.Count != 1)
            {
                yield return $"{endpoint.Route} names {endpoint.Permissions.Count} permissions.";
            }
            else if (!declared.Contains(endpoint.Permissions[0]))
            {
                yield return $"{endpoint.Route} names {endpoint.Permissions[0]}, which no room declares.";
            }
        }
    }

    /// <summary>Pages on the disk that the application does not serve.</summary>
    public static IEnumerable<string> Unserved(IEnumerable<string> onDisk, IEnumerable<ServedEndpoint> endpoints) =>
        onDisk.Except(endpoints.Select(e => e.Page).OfType<string>(), StringComparer.Ordinal);
}
