using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.HostPages.Entering;
using Plus.Shared.HostPages.Giving;
using Plus.Shared.HostPages.Records;
using Plus.Shared.HostPages.SigningOn;
using Plus.Shared.HostPages.Telling;
using Plus.Shared.HostPages.Working;
using Plus.Shared.Outbox;

namespace Plus.Shared.HostPages;

/// <summary>The host employer's own page: a contact person confirms hours and absences of the clients sent now.</summary>
public sealed class HostPagesModule : PlusModule
{
    /// <summary>Give and revoke access of contact persons.</summary>
    public const string Give = "hostPages.give";

    /// <summary>Use the host's own page; held by no role, only by an opened access.</summary>
    public const string Use = "hostPages.use";

    public static readonly ProcessType Given = new("hostPages.given");
    public static readonly ProcessType LinkSent = new("hostPages.linkSent");
    public static readonly ProcessType Revoked = new("hostPages.revoked");
    public static readonly ProcessType Opened = new("hostPages.opened");
    public static readonly ProcessType WrongCode = new("hostPages.wrongCode");
    public static readonly ProcessType EnteredByProvider = new("hostPages.enteredByProvider");
    public static readonly ProcessType ProviderRefused = new("hostPages.providerRefused");
    public static readonly ProcessType Confirmed = new("hostPages.confirmed", OnTimeline: true);
    public static readonly ProcessType Absent = new("hostPages.absent", OnTimeline: true);
    public static readonly ProcessType Signed = new("hostPages.signed");

    public override string Code => "hostPages";

    public override IEnumerable<Permission> Permissions => [new(Give), new(Use)];

    public override IEnumerable<ProcessType> ProcessTypes =>
        [Given, LinkSent, Revoked, Opened, WrongCode, EnteredByProvider, ProviderRefused, Confirmed, Absent, Signed];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<GiveAccessHandler>();
        services.AddScoped<OutboxKind, HostLink>();
        services.AddScoped<HostSession>();
        services.AddScoped<HostWorkReader>();
        services.AddScoped<HostWorkHandler>();
        services.AddScoped<TellIncidentHandler>();
        services
            .AddAuthentication()
            .AddCookie(
                HostSession.Scheme,
                cookie =>
                {
                    cookie.Cookie.Name = "plus-host";
                    cookie.Cookie.Path = HostSession.Root;
                    cookie.Cookie.HttpOnly = true;
                    cookie.Cookie.SameSite = SameSiteMode.Lax;
                    cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    cookie.ExpireTimeSpan = HostSession.Life;
                    cookie.SlidingExpiration = false;
                    cookie.LoginPath = HostSession.Root + "/closed";
                    cookie.Events.OnValidatePrincipal = HostSession.ValidateAsync;
                }
            );
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new HostAccessTable());
        model.ApplyConfiguration(new HostSubjectTable());
        model.ApplyConfiguration(new SignedMonthTable());
    }

    public override void Endpoints(IEndpointRouteBuilder endpoints) => HostSignOnServices.Map(endpoints);
}
