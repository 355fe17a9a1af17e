using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Law.CommunityWork;
using Plus.Law.Identity;
using Plus.Law.Sections;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Partners.Records;
using Plus.Shared.Rules.Current;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Records;
using LawSuspension = Plus.Law.Terms.Suspension;

namespace Plus.Shared.WorkHours.Entering;

/// <summary>Work of one day as typed, in whole minutes.</summary>
public sealed record DayWorked(DateOnly Day, int Minutes);

/// <summary>What the law says of a day: an entry ready to be added, or what stands against it.</summary>
/// <param name="Entry">The entry; null when refused.</param>
/// <param name="PartRefused">Why a part of an accepted day is not credited.</param>
/// <param name="Splittable">Minutes of a refused day that could be credited if the rest is recorded as not credited.</param>
public sealed record JudgedDay(
    DayWorked Worked,
    WorkedDay? Entry,
    Refusal? Refusal,
    Verdict.Refused? PartRefused,
    int Splittable = 0
);

/// <summary>Judges worked days against the law, the placement and the host's contract, one after the other.</summary>
internal sealed class HoursJudge(PlusDb db, CurrentRules rules, PlusClock clock)
{
    /// <param name="days">All entries of the section that are not withdrawn.</param>
    /// <param name="keepExcess">Record what is over a limit as worked but not credited, instead of refusing the day.</param>
    public async Task<IReadOnlyList<JudgedDay>> JudgeAsync(
        WorkDoor door,
        Section section,
        WorkMeasure measure,
        IReadOnlyList<WorkedDay> days,
        IEnumerable<DayWorked> lines,
        bool keepExcess,
        StaffId? by,
        CancellationToken ct
    )
    {
        var set = await rules.ReadAsync(ct);
        var born = await db.Set<Client>().Where(c => c.Id == section.ClientId).Select(c => c.BirthDate).SingleAsync(ct);
        var contracts = await db.Set<HostContract>()
            .AsNoTracking()
            .Where(c => c.HostEmployerId == measure.HostEmployerId)
            .ToListAsync(ct);
        var facts = await FactsAsync(section, measure, days, ct);
        var judged = new List<JudgedDay>();
        foreach (var line in lines.OrderBy(l => l.Day))
        {
            var answer = AgainstThePlace(section, measure, contracts, facts, line) is { } refusal
                ? new JudgedDay(line, null, refusal, null)
                : Judge(line);
            judged.Add(answer);
            if (answer.Entry is { } entry)
            {
                var added = new HoursEntry(entry.WorkedOn, entry.CreditedMinutes, entry.RefusedMinutes);
                facts = facts with { Entries = [.. facts.Entries, added] };
            }
        }

        return judged;

        JudgedDay Judge(DayWorked line)
        {
            var proposed = new ProposedHours(
                line.Day,
                line.Minutes,
                WorkStatuses.On(measure.WorkStatus, born, line.Day),
                measure.ConsentsToFourHours
            );
            var decision = HoursRules.Judge(facts, proposed, clock.Today, set.Calendar, set.Parameters);
            if (decision.Verdict is Verdict.Refused refused)
            {
                var left =
                    refused.Values.TryGetValue("leftMinutes", out var value) && value is int minutes ? minutes : 0;
                return keepExcess && left > 0
                    ? Split(line, proposed with { WorkedMinutes = left }, refused)
                    : new JudgedDay(line, null, new LawRefuses(refused), null, left);
            }

            return Accepted(line, decision.CreditedMinutes, decision.PartRefusedBecause);
        }

        JudgedDay Split(DayWorked line, ProposedHours within, Verdict.Refused over)
        {
            var decision = HoursRules.Judge(facts, within, clock.Today, set.Calendar, set.Parameters);
            return decision.Verdict is Verdict.Refused other
                ? new JudgedDay(line, null, new LawRefuses(other), null)
                : Accepted(line, decision.CreditedMinutes, over);
        }

        JudgedDay Accepted(DayWorked line, int credited, Verdict.Refused? part)
        {
            var minor = PersonAge.AgeOrNull(born, line.Day) < 18;
            var refused = line.Minutes - credited;
            var entry = door.NewDay(
                section.Id,
                measure.HostEmployerId,
                line.Day,
                credited,
                refused,
                refused > 0 ? part!.ReasonCode : null,
                minor,
                by
            );
            return new JudgedDay(line, entry, null, part);
        }
    }

    public async Task<HoursFacts> FactsAsync(
        Section section,
        WorkMeasure measure,
        IEnumerable<WorkedDay> days,
        CancellationToken ct
    )
    {
        var suspensions = await db.Set<Suspension>()
            .AsNoTracking()
            .Where(s => s.SectionId == section.Id)
            .ToListAsync(ct);
        return FactsOf(section, measure, suspensions, days);
    }

    public static HoursFacts FactsOf(
        Section section,
        WorkMeasure measure,
        IEnumerable<Suspension> suspensions,
        IEnumerable<WorkedDay> days,
        DateOnly? born = null
    ) =>
        new(
            measure.ImposedMinutes,
            section.RegisteredOn,
            section.ClosedOn,
            [.. suspensions.Select(s => new LawSuspension(s.From, s.To))],
            [
                .. days.Where(d => d.WithdrawnAt is null)
                    .Select(d => new HoursEntry(d.WorkedOn, d.CreditedMinutes, d.RefusedMinutes)),
            ]
        )
        {
            ChildUntil = born is { } birth ? WorkStatuses.ChildUntil(measure.WorkStatus, birth) : null,
        };

    private static Refusal? AgainstThePlace(
        Section section,
        WorkMeasure measure,
        List<HostContract> contracts,
        HoursFacts facts,
        DayWorked line
    )
    {
        if (!section.State.IsOpen())
        {
            return new SectionIsClosed();
        }

        // What the law itself says of the day comes first: no registration, future, suspension.
        if (facts.RegisteredOn is null || line.Day < facts.RegisteredOn)
        {
            return null;
        }

        if (facts.Entries.Any(e => e.Day == line.Day))
        {
            return new DayIsEntered();
        }

        if (measure.HostEmployerId is null)
        {
            return new NoHostEmployer();
        }

        if (measure.HostFrom is { } from && line.Day < from)
        {
            return new DayBeforePlacement(from);
        }

        return contracts.Any(c => c.From <= line.Day && (c.To is null || line.Day <= c.To))
            ? null
            : new HostHasNoContract(line.Day);
    }
}
