using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Plus.Shared.Access.SingleSignOn;

/// <summary>
/// OpenID Connect: the framework's code flow (state, PKCE, correlation cookie) with the provider's published addresses,
/// a nonce, and an identity token that must be proven before anything in it counts.
/// </summary>
internal sealed class ProviderHandler(
    IOptionsMonitor<OAuthOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    IServiceProvider services
) : OAuthHandler<OAuthOptions>(options, logger, encoder)
{
    /// <summary>The scheme of the provider of the Service's own people.</summary>
    public const string SchemeName = "provider";

    private const string Nonce = "plus:nonce";

    private ProviderTokens Provider => services.GetRequiredKeyedService<ProviderTokens>(Scheme.Name);

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await FindAddressesAsync();
        properties.Items[Nonce] = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var nonce = properties.Items[Nonce]!;
        return QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), "nonce", nonce);
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        var published = await FindAddressesAsync();
        // RFC 9207: an answer that names its sender must be of this provider.
        return Request.Query["iss"] is [var issuer] && issuer != published
            ? HandleRequestResult.Fail("The answer comes from another provider.")
            : await base.HandleRemoteAuthenticateAsync();
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(
        ClaimsIdentity identity,
        AuthenticationProperties properties,
        OAuthTokenResponse tokens
    )
    {
        var answer = tokens.Response!.RootElement;
        var token = answer.TryGetProperty("id_token", out var given) ? given.GetString() : null;
        if (token is null || !properties.Items.TryGetValue(Nonce, out var nonce) || nonce is null)
        {
            throw new AuthenticationFailureException("The provider sent no identity token.");
        }

        identity.AddClaims(await Provider.IdentityAsync(token, nonce, Context.RequestAborted));
        await AddUserInfoAsync(identity, tokens.AccessToken!);
        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }

    // Providers often tell e-mail and groups there only. It must speak of the same subject.
    private async Task AddUserInfoAsync(ClaimsIdentity identity, string accessToken)
    {
        var published = await Provider.PublishedAsync(Context.RequestAborted);
        if (string.IsNullOrEmpty(published.UserInfoEndpoint))
        {
            return;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, published.UserInfoEndpoint);
        request.Headers.Authorization = new("Bearer", accessToken);
        using var response = await Backchannel.SendAsync(request, Context.RequestAborted);
        if (!response.IsSuccessStatusCode || response.Content.Headers.ContentType?.MediaType != "application/json")
        {
            return;
        }

        using var said = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Context.RequestAborted));
        if (!said.RootElement.TryGetProperty("sub", out var sub) || sub.GetString() != identity.FindFirst("sub")?.Value)
        {
            throw new AuthenticationFailureException("The provider spoke of somebody else.");
        }

        foreach (
            var property in said.RootElement.EnumerateObject().Where(p => !identity.HasClaim(c => c.Type == p.Name))
        )
        {
            var values =
                property.Value.ValueKind == JsonValueKind.Array
                    ? [.. property.Value.EnumerateArray()]
                    : new[] { property.Value };
            identity.AddClaims(
                values
                    .Where(v =>
                        v.ValueKind
                            is JsonValueKind.String
                                or JsonValueKind.Number
                                or JsonValueKind.True
                                or JsonValueKind.False
                    )
                    .Select(v => new Claim(property.Name, v.ToString()))
            );
        }
    }

    /// <returns>The issuer as it is published.</returns>
    private async Task<string> FindAddressesAsync()
    {
        var published = await Provider.PublishedAsync(Context.RequestAborted);
        (Options.AuthorizationEndpoint, Options.TokenEndpoint) = (
            published.AuthorizationEndpoint,
            published.TokenEndpoint
        );
        return published.Issuer;
    }
}
