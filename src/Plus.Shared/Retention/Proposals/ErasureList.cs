using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Home;
using Plus.Shared.Retention.Records;

namespace Plus.Shared.Retention.Proposals;

/// <summary>One erasure with its people and how far it is.</summary>
internal sealed record ErasureLine(Erasure Erasure, string Proposer, string? Decider, int Records, int Settled)
{
    public bool IsDecidedBy(StaffId? me) => Erasure.State == ErasureState.Proposed && Erasure.ProposedBy != me;
}

/// <summary>Reads erasures, the newest first.</summary>
internal sealed class ErasureList(PlusDb db)
{
    private const int Shown = 50;

    public Task<List<ErasureLine>> ReadAsync(CancellationToken ct) => Lines().Take(Shown).ToListAsync(ct);

    public Task<ErasureLine?> FindAsync(Guid id, CancellationToken ct) => Lines(id).SingleOrDefaultAsync(ct);

    public Task<List<ErasureItem>> ItemsAsync(Guid id, int most, CancellationToken ct) =>
        db.Set<ErasureItem>()
            .AsNoTracking()
            .Where(i => i.ErasureId == id)
            .OrderBy(i => i.Since)
            .ThenBy(i => i.RecordId)
            .Take(most)
            .ToListAsync(ct);

    private IQueryable<ErasureLine> Lines(Guid? only = null) =>
        from erasure in db.Set<Erasure>().AsNoTracking()
        where only == null || erasure.Id == only
        orderby erasure.ProposedAt descending
        select new ErasureLine(
            erasure,
            db.Set<Staff>().Where(s => s.Id == erasure.ProposedBy).Select(s => s.GivenName + " " + s.Surname).First(),
            db.Set<Staff>()
                .Where(s => s.Id == erasure.DecidedBy)
                .Select(s => s.GivenName + " " + s.Surname)
                .FirstOrDefault(),
            db.Set<ErasureItem>().Count(i => i.ErasureId == erasure.Id),
            db.Set<ErasureItem>().Count(i => i.ErasureId == erasure.Id && i.State != ErasureItemState.Waiting)
        );
}

/// <summary>Tells those who may consent that an erasure waits for them.</summary>
internal sealed class ErasuresToDecide(PlusDb db, StaffAccessor staff) : HomeNotice
{
    public override async Task<IReadOnlyList<HomeLine>> ReadAsync(CancellationToken ct)
    {
        if (!staff.Current.May(RetentionModule.Consent))
        {
            return [];
        }

        var me = staff.Current.Id;
        var count = await db.Set<Erasure>().CountAsync(e => e.State == ErasureState.Proposed && e.ProposedBy != me, ct);
        return count == 0 ? [] : [new("retention.waiting", "/retention", false, ("count", count))];
    }
}
