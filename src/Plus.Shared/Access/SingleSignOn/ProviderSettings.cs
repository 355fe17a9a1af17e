using System.Net;

namespace Plus.Shared.Access.SingleSignOn;

/// <summary>Which identity provider people log in with, and how its claims are read.</summary>
/// <param name="Issuer">Its address; what it publishes is read below it.</param>
/// <param name="ClientId">What PLUS is called there.</param>
/// <param name="ClientSecret">What PLUS proves itself with there.</param>
public sealed record ProviderSettings(string Issuer, string ClientId, string ClientSecret)
{
    /// <summary>The claim by which a person is found the first time; later the subject alone counts.</summary>
    public string MatchClaim { get; init; } = "email";

    /// <summary><c>email</c>, <c>employeeNumber</c> or <c>userName</c>.</summary>
    public string MatchField { get; init; } = "email";

    /// <summary>The claim that names the code of an office, for mappings without an office of their own.</summary>
    public string OfficeClaim { get; init; } = "office";

    /// <summary>Values of <c>amr</c> or <c>acr</c> that say that a second factor was shown there.</summary>
    public IReadOnlyList<string> StrongMethods { get; init; } = [];

    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "profile", "email"];

    /// <summary>
    /// PLUS_OIDC_ISSUER, PLUS_OIDC_CLIENT and PLUS_OIDC_SECRET (or the file PLUS_OIDC_SECRET_FILE); PLUS_OIDC_MATCH
    /// (<c>claim=field</c>), PLUS_OIDC_OFFICE, PLUS_OIDC_STRONG, PLUS_OIDC_SCOPES. Null when no issuer is named.
    /// </summary>
    public static ProviderSettings? FromEnvironment()
    {
        if (Client("PLUS_OIDC_") is not { } settings)
        {
            return null;
        }

        settings = Read("PLUS_OIDC_MATCH")?.Split('=') switch
        {
            null => settings,
            [{ Length: > 0 } claim, ("email" or "employeeNumber" or "userName") and var field] => settings with
            {
                MatchClaim = claim,
                MatchField = field,
            },
            _ => throw new SignOnSettingsException(
                "PLUS_OIDC_MATCH reads CLAIM=FIELD, and FIELD is email, employeeNumber or userName."
            ),
        };
        return (
            settings with
            {
                OfficeClaim = Read("PLUS_OIDC_OFFICE") ?? settings.OfficeClaim,
                StrongMethods = List("PLUS_OIDC_STRONG"),
                Scopes = List("PLUS_OIDC_SCOPES") is { Count: > 0 } scopes ? scopes : settings.Scopes,
            }
        ).Checked();
    }

    /// <summary>The same for contact persons of hosts: PLUS_HOST_OIDC_ISSUER, _CLIENT, _SECRET or _SECRET_FILE, _SCOPES.
    /// They are found by a verified e-mail address, never by anything else.</summary>
    public static ProviderSettings? OfHosts()
    {
        var settings = Client("PLUS_HOST_OIDC_");
        return settings is null ? null
            : List("PLUS_HOST_OIDC_SCOPES") is { Count: > 0 } scopes
                ? (settings with { Scopes = scopes }).Checked("PLUS_HOST_OIDC_ISSUER")
            : settings.Checked("PLUS_HOST_OIDC_ISSUER");
    }

    // Issuer, client and secret under a prefix; null when no issuer is named.
    private static ProviderSettings? Client(string prefix)
    {
        if (Read(prefix + "ISSUER") is not { } issuer)
        {
            return null;
        }

        var secret = Read(prefix + "SECRET_FILE") is { } file ? Secret(file, prefix) : Read(prefix + "SECRET");
        return new ProviderSettings(
            issuer,
            Read(prefix + "CLIENT") ?? throw new SignOnSettingsException($"{prefix}CLIENT is missing."),
            secret ?? throw new SignOnSettingsException($"{prefix}SECRET or {prefix}SECRET_FILE is missing.")
        );
    }

    /// <summary>Whoever answers at the issuer's address says who people are: only TLS, or this machine.</summary>
    public ProviderSettings Checked(string named = "PLUS_OIDC_ISSUER") =>
        Uri.TryCreate(Issuer, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || IsLoopback(address))
            ? this
            : throw new SignOnSettingsException($"{named} must be an https address.");

    private static bool IsLoopback(Uri address) =>
        address.Scheme == Uri.UriSchemeHttp
        && (address.Host == "localhost" || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip)));

    private static string Secret(string file, string prefix) =>
        File.Exists(file)
            ? File.ReadAllText(file).Trim()
            : throw new SignOnSettingsException($"There is no file {file} ({prefix}SECRET_FILE).");

    private static IReadOnlyList<string> List(string name) =>
        Read(name)?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string? Read(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

/// <summary>How people may log in here.</summary>
/// <param name="Provider">Null without single sign-on.</param>
/// <param name="Local">Passwords and passkeys of PLUS are taken.</param>
public sealed record LogInWays(ProviderSettings? Provider, bool Local)
{
    /// <summary>The provider of contact persons of hosts; null where they come in by link and code alone.</summary>
    public ProviderSettings? Hosts { get; init; }

    public static LogInWays LocalOnly { get; } = new(null, true);

    /// <summary>The provider of the settings; PLUS_LOCAL_LOGIN=off takes no passwords of PLUS any more.</summary>
    public static LogInWays FromEnvironment()
    {
        var provider = ProviderSettings.FromEnvironment();
        var local = Environment.GetEnvironmentVariable("PLUS_LOCAL_LOGIN") switch
        {
            null or "" or "on" => true,
            "off" => false,
            _ => throw new SignOnSettingsException("PLUS_LOCAL_LOGIN is on or off."),
        };
        return local || provider is not null
            ? new LogInWays(provider, local) { Hosts = ProviderSettings.OfHosts() }
            : throw new SignOnSettingsException("PLUS_LOCAL_LOGIN=off needs PLUS_OIDC_ISSUER: nobody could log in.");
    }
}

/// <summary>The settings of single sign-on cannot be used; the message says which and why.</summary>
public sealed class SignOnSettingsException(string message) : Exception(message);
