using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Law.CommunityWork;
using Plus.Law.Rules;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Rules.Current;
using Plus.Shared.WorkHours.Contract;
using Plus.Web.Language;

namespace Plus.Shared.WorkHours.Scheduling;

/// <summary>Words beside one field.</summary>
internal sealed record CheckedField(string Field, string Text);

/// <summary>What a week as typed would meet on saving. Nothing was saved.</summary>
/// <param name="Fields">What stands against a day, beside its field.</param>
/// <param name="Whole">What the whole week comes to; null when nothing is to be said.</param>
/// <param name="Against">What stands against the week itself; null when nothing does.</param>
internal sealed record CheckedWeek(IReadOnlyList<CheckedField> Fields, string? Whole, string? Against);

/// <summary>Asks of a week as it is typed what saving would ask, by the same law, and saves nothing.</summary>
internal sealed class ScheduleCheck(
    PlusDb db,
    SectionReader reader,
    ScheduleFacts facts,
    CurrentRules rules,
    ShownSchedule shown,
    ViewLog views,
    PlusClock clock,
    Texts texts
)
{
    /// <summary>Null when there is no such section within reach.</summary>
    /// <param name="seal">Proof that the page was shown; without it the check itself is noted as a view.</param>
    public async Task<CheckedWeek?> CheckAsync(
        WorkDoor door,
        SectionId id,
        DateOnly monday,
        TypedWeek typed,
        string? seal,
        CancellationToken ct
    )
    {
        if (
            await reader.FindAsync(id, WorkHoursModule.Enter, ct) is not { } view
            || view.Section.Function != door.Code
            || await door.ReadAsync(db, id, ct) is not { } work
        )
        {
            return null;
        }

        if (!shown.Holds(id, seal))
        {
            await views.ConsultAsync(WorkHoursModule.Enter, view.Client.Id, id, ct);
        }

        var today = clock.Today;
        var read = await facts.ReadAsync(door, view.Section, work.Measure, today, 0, ct);
        var fields = typed.Wrong.Select(w => new CheckedField(w.Field, texts[w.TextKey])).ToList();
        if (read.Placement is null || !view.Section.IsOpen)
        {
            return new CheckedWeek(fields, null, null);
        }

        var set = await rules.ReadAsync(ct);
        var judged = DaysByHand.Judge(read, typed.Days.Where(d => d.Day >= today), set);
        fields.AddRange(
            judged
                .Refused.Where(r => !IsOfTheWeek(r.Reason))
                .Select(r => new CheckedField(TypedWeek.HoursField(r.Day), LawWords.Of(texts, r.Reason)))
        );
        var over = judged.Refused.Where(r => IsOfTheWeek(r.Reason)).Select(r => LawWords.Of(texts, r.Reason));
        var planned = judged.All.Where(d => WorkWeek.MondayOf(d.Day) == monday).Sum(d => d.Minutes);
        return new CheckedWeek(
            fields,
            texts["workHours.schedule.weekSum", ("planned", texts.Hours(planned))],
            over.FirstOrDefault() ?? ShortOf(read, judged.All, monday, set.Parameters)
        );
    }

    private string? ShortOf(
        PlannedSection read,
        IReadOnlyCollection<PlannedWork> planned,
        DateOnly monday,
        LegalParameters parameters
    )
    {
        if (WeekMinimum.Of(read.Request, planned, monday, parameters) is not { } missing)
        {
            return null;
        }

        return texts[
            "workHours.schedule.shortOf",
            ("from", monday),
            ("planned", texts.Hours(missing.Week.PlannedMinutes)),
            ("required", texts.Hours(missing.Week.RequiredMinutes)),
            ("article", missing.Source.ToString())
        ];
    }

    private static bool IsOfTheWeek(Verdict.Refused reason) => reason.ReasonCode == ReasonCodes.HoursOverWeeklyLimit;
}
