using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Applications;
using Plus.Law.Obligations;
using Plus.Law.Sections;
using Plus.Shared.Access;
using Plus.Shared.Access.Records;
using Plus.Shared.Applications;
using Plus.Shared.Applications.Receiving;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Obligations;
using Plus.Shared.Obligations.Bans;
using Plus.Shared.Obligations.Conflicts;
using Plus.Shared.Obligations.Records;
using Plus.Shared.Obligations.Setting;
using static Plus.Host.Demo.DemoActing;

namespace Plus.Host.Demo.Bans;

/// <summary>
/// Two bans with protected addresses of people who do not exist, set by the demo's head of office, and places that meet
/// them: one answer given and audited, one conflict decided, one that waits. Made once.
/// </summary>
public static class DemoBans
{
    /// <summary>The invented streets; nothing else of the demo is called so.</summary>
    public const string Street = "Neesošā iela";

    private const string Other = "Izdomājumu iela";

    public static async Task MakeAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var look = Scope(services, new CurrentStaff { Reach = Reach.System("demo") });
        var db = look.ServiceProvider.GetRequiredService<PlusDb>();
        var people = await db.Set<Staff>()
            .AsNoTracking()
            .Where(s => s.UserName == "darbinieks" || s.UserName == "vaditajs")
            .ToDictionaryAsync(s => s.UserName, s => s.Id, ct);
        if (people.Count < 2 || await db.Set<ProtectedAddress>().AnyAsync(ct))
        {
            return;
        }

        var today = look.ServiceProvider.GetRequiredService<PlusClock>().Today;
        var (manager, head) = (people["darbinieks"], people["vaditajs"]);
        string[] measures = [MeasureCode.SuspendedSentence, MeasureCode.Parole, MeasureCode.ProbationSupervision];
        var sections = await db.Set<Section>()
            .AsNoTracking()
            .Where(s => s.ManagerId == manager && s.State == SectionState.Active && measures.Contains(s.Measure))
            .Where(s => s.TermEndsOn == null || s.TermEndsOn > today.AddMonths(1))
            .Where(s => s.OpenedOn < today.AddDays(-15))
            .Where(s => db.Set<ClientAddress>().Any(a => a.ClientId == s.ClientId && a.To == null))
            .OrderBy(s => s.OpenedOn)
            .ThenBy(s => s.Id)
            .Take(2)
            .ToListAsync(ct);
        for (var n = 0; n < sections.Count; n++)
        {
            var street = n == 0 ? Street : Other;
            await ProtectAsync(services, head, sections[n], $"{street} {77 + n}-5, Rīga", today, ct);
            await AskAsync(services, manager, sections[n], $"{street} {77 + n}-12", today, ct);
        }

        await using (var watch = Scope(services, new CurrentStaff { Reach = Reach.System("demo") }))
        {
            await watch.ServiceProvider.GetRequiredService<BanWatch>().LookAsync(ct);
        }

        await SettleAsync(services, head, ct);
    }

    private static async Task ProtectAsync(
        IServiceProvider services,
        StaffId head,
        Section section,
        string address,
        DateOnly today,
        CancellationToken ct
    )
    {
        await using var scope = Scope(
            services,
            Acting(
                head,
                ObligationsModule.View,
                ObligationsModule.Set,
                ObligationsModule.Protect,
                SpecialCategories.Victims
            )
        );
        var day = today.AddDays(-10);
        var terms = new ObligationTerms(
            new ProposedObligation(ObligationKinds.ContactBan, ObligationSource.Court, day, day, null, false),
            "Nesazināties ar nolēmumā nosaukto cietušo un netuvoties tai",
            "K77-0077-26",
            null,
            null,
            null,
            null,
            null,
            null,
            "Cietusī Izdomātā"
        );
        var ban = Done(
            await scope.ServiceProvider.GetRequiredService<SetObligationHandler>().SetAsync(section.Id, terms, ct)
        );
        Done(
            await scope.ServiceProvider.GetRequiredService<ProtectAddressHandler>().ProtectAsync(ban, address, null, ct)
        );
    }

    /// <summary>The client tells of a new home; the case manager is told to ask, and takes the notice in once that is done.</summary>
    private static async Task AskAsync(
        IServiceProvider services,
        StaffId manager,
        Section section,
        string place,
        DateOnly today,
        CancellationToken ct
    )
    {
        await using var scope = Scope(services, Acting(manager, ApplicationsModule.Work, ObligationsModule.View));
        var asked = new NewRequest(
            new ClientApplication(ApplicationKinds.ResidenceChange, today, today.AddDays(14), null),
            place,
            "Īre beidzas",
            AddressKind.Actual,
            null,
            null
        );
        var receive = scope.ServiceProvider.GetRequiredService<ReceiveHandler>();
        if ((await receive.ReceiveAsync(section.Id, asked, ct)).Done)
        {
            throw new InvalidOperationException("A protected address is not held.");
        }

        Done(await receive.ReceiveAsync(section.Id, asked with { BanKnown = true }, ct));
    }

    private static async Task SettleAsync(IServiceProvider services, StaffId head, CancellationToken ct)
    {
        await using var scope = Scope(services, Acting(head, ObligationsModule.View, ObligationsModule.Protect));
        var reader = scope.ServiceProvider.GetRequiredService<ConflictReader>();
        var waiting = await reader.Within().AsNoTracking().OrderBy(c => c.FoundAt).ThenBy(c => c.Id).ToListAsync(ct);
        if (waiting.Count > 1)
        {
            Done(
                await scope
                    .ServiceProvider.GetRequiredService<SettleConflictHandler>()
                    .SettleAsync(waiting[0].Id, BanConflict.Handled, waiting[0].Version, ct)
            );
        }
    }

    private static CurrentStaff Acting(StaffId person, params string[] permissions) =>
        new()
        {
            Id = person,
            Permissions = permissions.ToDictionary(p => p, _ => AccessScope.Service, StringComparer.Ordinal),
            Reach = Reach.System("demo"),
        };
}
