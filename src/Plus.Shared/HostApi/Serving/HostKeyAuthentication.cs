using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.HostApi.Keys;
using Plus.Shared.HostApi.Records;
using Plus.Shared.HostPages.Entering;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.HostApi.Serving;

/// <summary>
/// <c>Authorization: Bearer KEY</c>, read anew for every call, so that what was revoked ends at once. It carries one
/// permission that no role has; no cookie counts here.
/// </summary>
internal sealed class HostKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    PlusDb db,
    HostSession session,
    StaffAccessor staff,
    PlusClock clock
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "hostKey";

    private const string Bearer = "Bearer ";
    private const int LongestKey = 200;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (
            !header.StartsWith(Bearer + HostKeyHandler.Prefix, StringComparison.Ordinal)
            || header.Length > Bearer.Length + LongestKey
        )
        {
            return AuthenticateResult.NoResult();
        }

        var hash = HostKeyHandler.HashOf(header[Bearer.Length..]);
        var ct = Context.RequestAborted;
        var found = await (
            from k in db.Set<HostKey>().AsNoTracking()
            join h in db.Set<HostEmployer>() on k.HostEmployerId equals h.Id
            where k.Hash == hash
            select new { Key = k, Host = h.Name }
        ).SingleOrDefaultAsync(ct);
        if (found is null || !found.Key.HoldsAt(clock.Now))
        {
            return AuthenticateResult.NoResult();
        }

        var visitor = new HostVisitor(found.Key.Id, found.Key.HostEmployerId, found.Host, found.Key.Name);
        session.Act(visitor, HostApiModule.Use, $"host key {found.Key.Id:D}");
        var identity = new ClaimsIdentity([new Claim("host-key", found.Key.Id.ToString("D"))], Scheme);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        staff.Current = CurrentStaff.Nobody;
        Response.Headers.WWWAuthenticate = "Bearer";
        return HostAnswer.Problem(StatusCodes.Status401Unauthorized, "unauthorized").ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        HandleChallengeAsync(properties);
}
