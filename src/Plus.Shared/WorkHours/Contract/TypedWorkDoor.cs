using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Law.CommunityWork;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Progress;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Partners.Records;
using Plus.Shared.WorkHours.Records;
using LawSuspension = Plus.Law.Terms.Suspension;

namespace Plus.Shared.WorkHours.Contract;

/// <summary>The mechanics of the hours over a function's own two tables.</summary>
public abstract class TypedWorkDoor<TMeasure, TDay> : WorkDoor
    where TMeasure : WorkMeasure
    where TDay : WorkedDay
{
    /// <summary>Text of the requirement line, with {hours}.</summary>
    protected abstract string RequirementKey { get; }

    /// <summary>What the function's own measure adds to the facts of tasks.</summary>
    protected virtual FactsForTasks WithMeasure(FactsForTasks facts, TMeasure measure) => facts;

    public override async Task TakeOverAsync(PlusDb db, Section section, TakenFacts taken, CancellationToken ct)
    {
        if (taken.WorkStatus is { } status)
        {
            var measure = (await db.FindAsync<TMeasure>([section.Id], ct))!;
            measure.Conditions(status, measure.ConsentsToFourHours, measure.RegularWorkNotAvailable);
        }
    }

    public override async Task<IReadOnlyDictionary<SectionId, WorkOfSection>> WorkOfAsync(
        PlusDb db,
        IReadOnlyCollection<SectionId> sections,
        CancellationToken ct
    )
    {
        var measures = await db.Set<TMeasure>()
            .AsNoTracking()
            .Where(m => sections.Contains(m.SectionId))
            .ToListAsync(ct);
        var days = await db.Set<TDay>()
            .AsNoTracking()
            .Where(d => sections.Contains(d.SectionId) && d.WithdrawnAt == null)
            .ToListAsync(ct);
        var of = days.ToLookup(d => d.SectionId);
        return measures.ToDictionary(m => m.SectionId, m => new WorkOfSection(m, [.. of[m.SectionId]]));
    }

    public override Task<IReadOnlyList<MonthSum>> MonthsAsync(PlusDb db, MonthsAsked asked, CancellationToken ct) =>
        MonthSums.OfAsync<TDay>(db, asked, ct);

    public override async Task<WorkMeasure?> MeasureAsync(PlusDb db, SectionId section, CancellationToken ct) =>
        await db.Set<TMeasure>().SingleOrDefaultAsync(m => m.SectionId == section, ct);

    public override async Task<WorkRead?> ReadAsync(PlusDb db, SectionId section, CancellationToken ct)
    {
        var read = await db.Set<TMeasure>()
            .AsNoTracking()
            .Where(m => m.SectionId == section)
            .Select(m => new
            {
                Measure = m,
                Host = db.Set<HostEmployer>().Where(h => h.Id == m.HostEmployerId).Select(h => h.Name).FirstOrDefault(),
                Days = db.Set<TDay>()
                    .Where(d => d.SectionId == section)
                    .OrderBy(d => d.WorkedOn)
                    .ThenBy(d => d.Id)
                    .ToList(),
            })
            .SingleOrDefaultAsync(ct);
        return read is null ? null : new WorkRead(read.Measure, read.Host, read.Days);
    }

    public override Task<Refusal?> AgainstClosingAsync(
        PlusDb db,
        Section section,
        string outcome,
        DateOnly day,
        CancellationToken ct
    ) => WorkClosing.AgainstAsync(this, db, section, outcome, day, ct);

    public override Task ClosingAsync(PlusDb db, Section section, string outcome, DateOnly day, CancellationToken ct) =>
        WorkClosing.EndAsync(db, section, day, ct);

    public override async Task<Refusal?> AgainstSuspendingAsync(
        PlusDb db,
        Section section,
        DateOnly from,
        CancellationToken ct
    ) =>
        await db.Set<TDay>()
            .Where(d => d.SectionId == section.Id && d.WithdrawnAt == null && d.WorkedOn >= from)
            .MaxAsync(d => (DateOnly?)d.WorkedOn, ct)
            is { } last
            ? new WorkedInTheSuspension(last)
            : null;

    /// <summary>Nothing is worked while it lasts, so nothing stays planned; the schedule is made anew afterwards.</summary>
    public override async Task SuspendingAsync(PlusDb db, Section section, DateOnly from, CancellationToken ct) =>
        db.RemoveRange(
            await db.Set<PlannedDay>().Where(d => d.SectionId == section.Id && d.Day >= from).ToListAsync(ct)
        );

    public override async Task LockAsync(PlusDb db, SectionId section, CancellationToken ct)
    {
        var type = db.Model.FindEntityType(typeof(TMeasure))!;
        var sql =
            $"SELECT section_id FROM {type.GetSchema()}.{type.GetTableName()} WHERE section_id = {{0}} FOR UPDATE";
        await db.Database.ExecuteSqlRawAsync(sql, [section.Value], ct);
    }

    public override async Task<IReadOnlyList<WorkedDay>> DaysAsync(
        PlusDb db,
        SectionId section,
        bool tracked,
        CancellationToken ct
    )
    {
        var days = tracked ? db.Set<TDay>() : db.Set<TDay>().AsNoTracking();
        return await days.Where(d => d.SectionId == section).OrderBy(d => d.WorkedOn).ThenBy(d => d.Id).ToListAsync(ct);
    }

    public override async Task<HostUse> UseOfAsync(PlusDb db, HostEmployerId host, CancellationToken ct)
    {
        var open = db.Set<Section>().Where(s => s.ClosedOn == null && s.AnnulledOn == null);
        var placed = await db.Set<TMeasure>()
            .CountAsync(m => m.HostEmployerId == host && open.Any(s => s.Id == m.SectionId), ct);
        var minutes = await db.Set<TDay>()
            .Where(d => d.HostEmployerId == host && d.WithdrawnAt == null)
            .SumAsync(d => (long)d.CreditedMinutes, ct);
        return new HostUse(placed, minutes);
    }

    public override async Task<IReadOnlyDictionary<SectionId, SectionProgress>> ProgressAsync(
        PlusDb db,
        IReadOnlyCollection<SectionId> sections,
        DateOnly today,
        CancellationToken ct
    )
    {
        var rows = await db.Set<TMeasure>()
            .AsNoTracking()
            .Where(f => sections.Contains(f.SectionId))
            .Select(f => new
            {
                f.SectionId,
                f.ImposedMinutes,
                Credited = db.Set<TDay>()
                    .Where(e => e.SectionId == f.SectionId && e.WithdrawnAt == null)
                    .Sum(e => (int?)e.CreditedMinutes)
                    ?? 0,
                Adjusted = db.Set<HoursAdjustment>().Where(a => a.SectionId == f.SectionId).Sum(a => (int?)a.Minutes)
                    ?? 0,
            })
            .ToListAsync(ct);
        return rows.ToDictionary(
            r => r.SectionId,
            r => new SectionProgress(
                [TermProgress.Line(RequirementKey, ("hours", r.ImposedMinutes / 60))],
                r.Credited + r.Adjusted,
                r.ImposedMinutes,
                true
            )
        );
    }

    public override async Task<IReadOnlyList<FactsForTasks>> WithOwnFactsAsync(
        PlusDb db,
        IReadOnlyList<FactsForTasks> sections,
        CancellationToken ct
    )
    {
        var ids = sections.Select(s => s.Section).ToHashSet();
        await db.Set<TMeasure>().OfSections(ids, m => m.SectionId).LoadAsync(ct);
        var measures = db.Set<TMeasure>().Local.Where(m => ids.Contains(m.SectionId)).ToDictionary(m => m.SectionId);
        var days = (await EntriesAsync(db, ids, ct)).ToLookup(d => d.Section, d => d.Entry);
        var suspensions = (await SuspensionsAsync(db, ids, ct)).ToLookup(s => s.SectionId);
        await db.Set<HoursAdjustment>().Where(a => ids.Contains(a.SectionId)).LoadAsync(ct);
        var adjusted = db.Set<HoursAdjustment>().Local.ToLookup(a => a.SectionId, a => a.Minutes);
        await db.Set<AdultChoice>().Where(c => ids.Contains(c.SectionId)).LoadAsync(ct);
        var chosen = db.Set<AdultChoice>().Local.Select(c => c.SectionId).ToHashSet();
        await db.Set<WorkReport>().Where(r => ids.Contains(r.SectionId)).LoadAsync(ct);
        var reported = db.Set<WorkReport>().Local.ToLookup(r => r.SectionId, r => (DateOnly?)r.To);
        var births = await BirthsAsync(db, [.. sections.Select(s => s.Client).Distinct()], ct);
        return
        [
            .. sections.Select(s =>
            {
                var measure = measures[s.Section];
                var facts = s.Facts with
                {
                    RegularWorkNotAvailable = measure.RegularWorkNotAvailable,
                    AdultChoiceMade = chosen.Contains(s.Section),
                    WorkReportFrom =
                        s.Facts.Measure == MeasureCode.EducationalCommunityWork
                            ? reported[s.Section].Max() ?? s.Facts.RegisteredOn
                            : null,
                    ChildBornOn =
                        s.Facts.Measure == MeasureCode.EducationalCommunityWork
                        && births.TryGetValue(s.Client, out var day)
                            ? day
                            : null,
                    Hours = new HoursFacts(
                        measure.ImposedMinutes,
                        s.Facts.RegisteredOn,
                        null,
                        [.. suspensions[s.Section].Select(x => new LawSuspension(x.From, x.To))],
                        [.. days[s.Section]]
                    )
                    {
                        AdjustedMinutes = adjusted[s.Section].Sum(),
                        ChildUntil = births.TryGetValue(s.Client, out var born)
                            ? WorkStatuses.ChildUntil(measure.WorkStatus, born)
                            : null,
                    },
                };
                return WithMeasure(s with { Facts = facts }, measure);
            }),
        ];
    }

    // Of a day only minutes are needed, for every open section at night: no entity is made for what nobody changed.
    private static async Task<List<(SectionId Section, HoursEntry Entry)>> EntriesAsync(
        PlusDb db,
        HashSet<SectionId> ids,
        CancellationToken ct
    )
    {
        var tracked = db.ChangeTracker.Entries<TDay>().Select(e => e.Entity).Where(d => ids.Contains(d.SectionId));
        var changed = tracked.ToDictionary(d => d.Id);
        var stored = await db.Set<TDay>()
            .AsNoTracking()
            .Where(d => d.WithdrawnAt == null)
            .OfSections(ids, d => d.SectionId)
            .Select(d => new
            {
                d.Id,
                d.SectionId,
                d.WorkedOn,
                d.CreditedMinutes,
                d.RefusedMinutes,
            })
            .ToListAsync(ct);
        return
        [
            .. stored
                .Where(d => !changed.ContainsKey(d.Id))
                .Select(d => (d.SectionId, new HoursEntry(d.WorkedOn, d.CreditedMinutes, d.RefusedMinutes))),
            .. changed
                .Values.Where(d => d.WithdrawnAt is null)
                .Select(d => (d.SectionId, new HoursEntry(d.WorkedOn, d.CreditedMinutes, d.RefusedMinutes))),
        ];
    }

    private static async Task<List<Suspension>> SuspensionsAsync(
        PlusDb db,
        HashSet<SectionId> ids,
        CancellationToken ct
    )
    {
        var stored = await db.Set<Suspension>().OfSections(ids, s => s.SectionId).ToListAsync(ct);
        return [.. stored.Union(db.Set<Suspension>().Local.Where(s => ids.Contains(s.SectionId)))];
    }

    // A birth date that is being corrected stands in the context.
    private static async Task<Dictionary<ClientId, DateOnly>> BirthsAsync(
        PlusDb db,
        IReadOnlyCollection<ClientId> clients,
        CancellationToken ct
    )
    {
        var known = db
            .ChangeTracker.Entries<Client>()
            .Select(e => e.Entity)
            .Where(c => clients.Contains(c.Id))
            .ToDictionary(c => c.Id, c => c.BirthDate);
        var missing = clients.Where(c => !known.ContainsKey(c)).ToList();
        var one = missing.FirstOrDefault();
        var stored = missing.Count switch
        {
            0 => [],
            1 => await db.Set<Client>().Where(c => c.Id == one).Select(c => new { c.Id, c.BirthDate }).ToListAsync(ct),
            _ => await db.Set<Client>()
                .Where(c => missing.Contains(c.Id))
                .Select(c => new { c.Id, c.BirthDate })
                .ToListAsync(ct),
        };
        stored.ForEach(c => known[c.Id] = c.BirthDate);
        return known;
    }
}
