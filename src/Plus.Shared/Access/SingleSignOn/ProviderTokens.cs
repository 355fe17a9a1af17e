using System.Security.Claims;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Plus.Kernel.Time;

namespace Plus.Shared.Access.SingleSignOn;

/// <summary>What the provider publishes, and the proof of what it signs.</summary>
internal sealed class ProviderTokens : IDisposable
{
    /// <summary>A logout token is used as soon as it is made; what is older is somebody's copy.</summary>
    private static readonly TimeSpan LogoutLife = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    private const string LogoutEvent = "http://schemas.openid.net/event/backchannel-logout";

    // Asymmetric ones only: with a shared secret, or with none, anybody could sign.
    private static readonly string[] Algorithms =
    [
        "RS256",
        "RS384",
        "RS512",
        "PS256",
        "PS384",
        "PS512",
        "ES256",
        "ES384",
        "ES512",
    ];

    private readonly ProviderSettings _settings;
    private readonly PlusClock _clock;
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(20) };
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _published;

    public ProviderTokens(ProviderSettings settings, PlusClock clock)
    {
        (_settings, _clock) = (settings, clock);
        _published = new ConfigurationManager<OpenIdConnectConfiguration>(
            settings.Issuer.TrimEnd('/') + "/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(_client)
            {
                RequireHttps = settings.Issuer.StartsWith("https:", StringComparison.Ordinal),
            }
        );
    }

    public Task<OpenIdConnectConfiguration> PublishedAsync(CancellationToken ct) =>
        _published.GetConfigurationAsync(ct);

    /// <summary>The claims of an identity token.</summary>
    /// <exception cref="SecurityTokenException">Not signed by the provider, for somebody else, too old, or of another log-in.</exception>
    public async Task<IReadOnlyList<Claim>> IdentityAsync(string token, string nonce, CancellationToken ct)
    {
        var proven = await ProvenAsync(token, ct);
        var given = proven.GetClaim("nonce");
        if (given != nonce)
        {
            throw new SecurityTokenInvalidSignatureException("The token answers another log-in.");
        }

        if (proven.Audiences.Skip(1).Any() && proven.GetClaim("azp") != _settings.ClientId)
        {
            throw new SecurityTokenInvalidAudienceException("The token was given to another party.");
        }

        return [.. proven.Token.Claims];
    }

    /// <summary>Whom, or which session, a logout token ends.</summary>
    /// <exception cref="SecurityTokenException">It is forged, too old, or no logout token.</exception>
    public async Task<(string? Subject, string? Sid)> LogoutAsync(string token, CancellationToken ct)
    {
        var proven = await ProvenAsync(token, ct, requireExpiry: false);
        var made = proven.Token.IssuedAt;
        var age = _clock.Now.UtcDateTime - made;
        using var payload = JsonDocument.Parse(Base64UrlEncoder.Decode(proven.Token.EncodedPayload));
        var isLogout =
            payload.RootElement.TryGetProperty("events", out var events)
            && events.ValueKind == JsonValueKind.Object
            && events.TryGetProperty(LogoutEvent, out _);
        var (subject, sid) = (proven.GetClaim("sub"), proven.GetClaim("sid"));
        return
            isLogout
            && proven.GetClaim("nonce") is null
            && age < LogoutLife + Skew
            && age > -Skew
            && (subject ?? sid) is not null
            ? (subject, sid)
            : throw new SecurityTokenValidationException("This is no logout token of now.");
    }

    public void Dispose() => _client.Dispose();

    private async Task<ProvenToken> ProvenAsync(string token, CancellationToken ct, bool requireExpiry = true)
    {
        var result = await ValidateAsync(token, requireExpiry, ct);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The provider has a new key: what it publishes is read again, at most every few minutes.
            _published.RequestRefresh();
            result = await ValidateAsync(token, requireExpiry, ct);
        }

        return result.IsValid ? new ProvenToken((JsonWebToken)result.SecurityToken) : throw result.Exception;
    }

    private async Task<TokenValidationResult> ValidateAsync(string token, bool requireExpiry, CancellationToken ct)
    {
        var published = await PublishedAsync(ct);
        return await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                ValidIssuer = published.Issuer,
                ValidAudience = _settings.ClientId,
                IssuerSigningKeys = published.SigningKeys,
                ValidAlgorithms = Algorithms,
                RequireExpirationTime = requireExpiry,
                LifetimeValidator = (from, to, _, _) => Lives(from, to, requireExpiry),
            }
        );
    }

    private bool Lives(DateTime? from, DateTime? to, bool requireExpiry)
    {
        var now = _clock.Now.UtcDateTime;
        return (from is null || from - Skew <= now) && (to is null ? !requireExpiry : now < to + Skew);
    }

    private sealed record ProvenToken(JsonWebToken Token)
    {
        public IEnumerable<string> Audiences => Token.Audiences;

        public string? GetClaim(string name) => Token.TryGetPayloadValue<string>(name, out var value) ? value : null;
    }
}
