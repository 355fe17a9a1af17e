using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Identity;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.TransportCosts;
using Plus.Shared.TransportCosts.Claiming;
using Plus.Shared.TransportCosts.Deciding;
using Plus.Shared.TransportCosts.Paying;
using Plus.Shared.TransportCosts.Records;
using Plus.Shared.WorkHours.Records;
using static Plus.Host.Demo.DemoActing;

namespace Plus.Host.Demo.Work;

/// <summary>
/// Some claims of transport costs in each state, made through the application itself by the demo's log-ins, so that their
/// tickets lie in the store as all others do: paid by list, approved, approved in part, refused, waiting. Made once.
/// </summary>
public static class DemoTransport
{
    private const int Claims = 12;

    // A ticket is a picture; the smallest there is shows as well as any that it was handed in.
    private static readonly byte[] Ticket = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    );

    public static async Task MakeAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var look = Scope(services, new CurrentStaff { Reach = Reach.System("demo") });
        var db = look.ServiceProvider.GetRequiredService<PlusDb>();
        var people = await db.Set<Staff>()
            .AsNoTracking()
            .Where(s => s.UserName == "darbinieks" || s.UserName == "vaditajs" || s.UserName == "gramatvedis")
            .ToDictionaryAsync(s => s.UserName, s => s.Id, ct);
        if (people.Count < 3 || await db.Set<TransportClaim>().AnyAsync(ct))
        {
            return;
        }

        var today = look.ServiceProvider.GetRequiredService<PlusClock>().Today;
        var manager = people["darbinieks"];
        var office = db.Set<Section>().Where(s => s.ManagerId == manager).Select(s => s.OfficeId);
        var sections = await db.Set<Section>()
            .AsNoTracking()
            .Where(s => office.Contains(s.OfficeId) && s.ClosedOn == null && s.AnnulledOn == null)
            .Where(s => s.RegisteredOn != null && s.RegisteredOn < today.AddDays(-14))
            .Where(s => db.Set<Placement>().Any(p => p.SectionId == s.Id))
            .OrderBy(s => s.ManagerId == manager ? 0 : 1)
            .ThenBy(s => s.OpenedOn)
            .ThenBy(s => s.Id)
            .Take(Claims)
            .ToListAsync(ct);
        for (var n = 0; n < sections.Count; n++)
        {
            var claim = await ClaimAsync(services, manager, sections[n].Id, n, today, ct);
            await DecideAsync(services, people["vaditajs"], claim, n, ct);
            if (n == 3)
            {
                await using var paying = Scope(services, Acting(people["gramatvedis"], TransportCostsModule.Pay));
                Done(await paying.ServiceProvider.GetRequiredService<PaymentListHandler>().MakeAsync(ct));
            }
        }
    }

    private static async Task<Guid> ClaimAsync(
        IServiceProvider services,
        StaffId manager,
        SectionId section,
        int n,
        DateOnly today,
        CancellationToken ct
    )
    {
        await using var own = Scope(services, Acting(manager, TransportCostsModule.Claim));
        using var ticket = new MemoryStream(Ticket);
        var claim = new NewClaim(
            section,
            today.AddDays(-12 + (n % 3)),
            today.AddDays(-3 + (n % 3)),
            3.00m + (n * 1.50m),
            Account(n),
            [("bilete.png", ticket)]
        );
        return Done(await own.ServiceProvider.GetRequiredService<ClaimHandler>().ClaimAsync(claim, ct));
    }

    // The first four go on the list; the last three still wait.
    private static async Task DecideAsync(
        IServiceProvider services,
        StaffId head,
        Guid claim,
        int n,
        CancellationToken ct
    )
    {
        if (n >= Claims - 3)
        {
            return;
        }

        var (decision, part, grounds) = (n % 4) switch
        {
            1 => (TransportClaim.Part, 2.50m, "Par vienu dienu nav biļetes."),
            2 => (TransportClaim.Refused, (decimal?)null, "Šajās dienās klients nestrādāja."),
            _ => (TransportClaim.Approved, null, (string?)null),
        };
        await using var other = Scope(services, Acting(head, TransportCostsModule.Decide));
        var version = await other
            .ServiceProvider.GetRequiredService<PlusDb>()
            .Set<TransportClaim>()
            .Where(c => c.Id == claim)
            .Select(c => c.Version)
            .SingleAsync(ct);
        Done(
            await other
                .ServiceProvider.GetRequiredService<DecideClaimHandler>()
                .DecideAsync(claim, decision, part, grounds, version, ct)
        );
    }

    /// <summary>An account of a bank that does not exist, with a checksum that holds.</summary>
    private static string Account(int n) =>
        Enumerable
            .Range(2, 97)
            .Select(check =>
                AccountNumber.Read(
                    string.Create(CultureInfo.InvariantCulture, $"LV{check:00}DEMO{n + 1:0000000000000}")
                )
            )
            .OfType<string>()
            .First();

    private static CurrentStaff Acting(StaffId person, string permission) =>
        new()
        {
            Id = person,
            Permissions = new Dictionary<string, AccessScope>(StringComparer.Ordinal)
            {
                [permission] = AccessScope.Service,
            },
            Reach = Reach.System("demo"),
        };
}
