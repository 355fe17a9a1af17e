using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.CommunityWork;
using Plus.Law.Rules;
using Plus.Law.Sections;
using Plus.Shared.Cases;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Records;
using LawSuspension = Plus.Law.Terms.Suspension;

namespace Plus.Shared.WorkHours.Overview;

/// <summary>A change of the amount and its ruling.</summary>
internal sealed record AmountLine(AmountChange Change, Basis Ruling);

/// <summary>Another open section of work of the same client.</summary>
internal sealed record OtherWork(string Href, string Measure, OfficeId? Office, int DoneMinutes, int WholeMinutes);

/// <summary>What stands beside the hours of a section: rulings that changed the amount, other sections, the limitation.</summary>
internal sealed class WorkBeside(PlusDb db, FunctionDoors doors, StaffAccessor staff)
{
    public async Task<IReadOnlyList<AmountLine>> AmountsAsync(SectionId section, CancellationToken ct) =>
        await (
            from c in db.Set<AmountChange>().AsNoTracking()
            join b in db.Set<Basis>().AsNoTracking() on c.RulingId equals b.Id
            where c.SectionId == section
            orderby c.Id
            select new AmountLine(c, b)
        ).ToListAsync(ct);

    public async Task<IReadOnlyList<OtherWork>> OthersAsync(Section section, DateOnly today, CancellationToken ct)
    {
        var codes = doors.All.OfType<WorkDoor>().Select(d => d.Code).ToList();
        var found = await db.Set<Section>()
            .AsNoTracking()
            .Within(staff.Current, CasePermissions.View)
            .Where(s =>
                s.ClientId == section.ClientId
                && s.Id != section.Id
                && s.ClosedOn == null
                && s.AnnulledOn == null
                && codes.Contains(s.Function)
            )
            .ToListAsync(ct);
        var others = new List<OtherWork>();
        foreach (var group in found.GroupBy(s => s.Function, StringComparer.Ordinal))
        {
            var door = doors.OfCode(group.Key);
            var progress = await door.ProgressAsync(db, [.. group.Select(s => s.Id)], today, ct);
            others.AddRange(
                group.Select(s => new OtherWork(
                    door.SectionHref(s.Id),
                    s.Measure,
                    s.OfficeId,
                    progress.GetValueOrDefault(s.Id)?.Done ?? 0,
                    progress.GetValueOrDefault(s.Id)?.Whole ?? 0
                ))
            );
        }

        return others;
    }

    public BarredByTime? Barred(
        Section section,
        Basis basis,
        IEnumerable<Suspension> suspensions,
        LegalParameters parameters
    ) =>
        section is { Measure: MeasureCode.CommunityWork, IsOpen: true } && basis.InForceOn is { } inForce
            ? ExecutionLimitation.Of(inForce, suspensions.Select(s => new LawSuspension(s.From, s.To)), parameters)
            : null;
}
