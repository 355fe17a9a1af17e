using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Applications;
using Plus.Shared.Applications.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;
using Plus.Shared.Obligations.Records;
using Plus.Shared.Rules.Current;

namespace Plus.Shared.Applications.Listing;

/// <summary>A client who is away with the Service's knowledge.</summary>
public sealed record AwayLine(Guid Id, ClientId Client, string Name, string Place, DateOnly From, DateOnly To);

/// <summary>Reads applications of sections within the person's reach, and asks the law what they need.</summary>
public sealed class RequestReader(PlusDb db, StaffAccessor staff, CurrentRules rules)
{
    /// <summary>All applications of a section already found within reach: what waits first, then the latest.</summary>
    public async Task<IReadOnlyList<ClientRequest>> OfSectionAsync(SectionId section, CancellationToken ct) =>
        [
            .. (await db.Set<ClientRequest>().AsNoTracking().Where(r => r.SectionId == section).ToListAsync(ct))
                .OrderBy(r => r.Outcome is not null)
                .ThenBy(r => !r.Runs)
                .ThenByDescending(r => r.ReceivedOn)
                .ThenByDescending(r => r.Id),
        ];

    /// <summary>Clients of the person's own sections who are away on some day from one to another, both included.</summary>
    public Task<List<AwayLine>> AwayAsync(DateOnly first, DateOnly last, string permission, CancellationToken ct)
    {
        var me = staff.Current.Id;
        return (
            from r in db.Set<ClientRequest>()
            join s in db.Set<Section>().Within(staff.Current, permission) on r.SectionId equals s.Id
            join c in db.Set<Client>() on s.ClientId equals c.Id
            where
                s.ManagerId == me
                && s.ClosedOn == null
                && s.AnnulledOn == null
                && r.To != null
                && r.HappenedOn == null
                && (r.Outcome == "granted" || r.Outcome == "noted")
                && r.From <= last
                && r.To >= first
            orderby r.From, c.Surname, r.Id
            select new AwayLine(r.Id, s.ClientId, c.Surname + " " + c.GivenName, r.Place, r.From, r.To!.Value)
        ).ToListAsync(ct);
    }

    /// <summary>One application within reach, tracked; null when there is none.</summary>
    public async Task<ClientRequest?> FindAsync(Guid id, string permission, CancellationToken ct)
    {
        var sections = db.Set<Section>().Within(staff.Current, permission);
        return await db.Set<ClientRequest>()
            .SingleOrDefaultAsync(r => r.Id == id && sections.Any(s => s.Id == r.SectionId), ct);
    }

    /// <summary>The application that decides this one anew; null when there is none.</summary>
    public async Task<Guid?> FollowerAsync(Guid id, CancellationToken ct) =>
        await db.Set<ClientRequest>().Where(r => r.FollowsId == id).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(ct);

    /// <summary>What of the section counts for an application about a day.</summary>
    public async Task<ApplicationFrame> FrameAsync(Section section, DateOnly from, CancellationToken ct)
    {
        var standing = await db.Set<Obligation>()
            .AsNoTracking()
            .Where(o => o.SectionId == section.Id && o.EndReason == null)
            .ToListAsync(ct);
        return new ApplicationFrame(
            section.Measure,
            section.OpenedOn,
            section.TermEndsOn,
            [.. standing.Where(o => o.BindsOn(from)).Select(o => o.Kind).Distinct()]
        );
    }

    /// <summary>What an application needs, and why.</summary>
    public async Task<ApplicationNeed> NeedAsync(
        Section section,
        ClientApplication application,
        CancellationToken ct
    ) =>
        ApplicationRules.NeedOf(
            application,
            await FrameAsync(section, application.From, ct),
            (await rules.ReadAsync(ct)).Parameters
        );
}
