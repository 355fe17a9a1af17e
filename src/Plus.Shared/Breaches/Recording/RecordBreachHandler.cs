using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Time;
using Plus.Law.Breaches;
using Plus.Shared.Breaches.Contract;
using Plus.Shared.Cases.Editing;

namespace Plus.Shared.Breaches.Recording;

/// <summary>Records a violation by hand.</summary>
internal sealed class RecordBreachHandler(SectionEditing editing, BreachRecording recording, PlusClock clock)
{
    public static readonly ProcessType Recorded = new("breaches.recorded", OnTimeline: true);

    public async Task<Outcome<Guid>> RecordAsync(NewBreach wanted, CancellationToken ct)
    {
        var section = await editing.FindAsync(wanted.Section, BreachesModule.Work, null, ct);
        if (section is not { IsOpen: true } || !BreachLadder.Has(section.Measure))
        {
            return new NoSuchRecord();
        }

        if (wanted.OccurredOn > clock.Today)
        {
            return new DayIsInFuture("OccurredOn");
        }

        if (wanted.OccurredOn < section.OpenedOn)
        {
            return new DayIsTooEarly("OccurredOn", section.OpenedOn);
        }

        var breach = (await recording.AddAsync(wanted, ct))!;
        var done = await editing.CommitAsync(
            section,
            new ProcessStart(Recorded)
            {
                Subject = breach.Id,
                OnDay = breach.OccurredOn,
                Values = new Dictionary<string, object?>
                {
                    ["kind"] = breach.Kind,
                    ["day"] = breach.OccurredOn,
                    ["due"] = breach.ExplanationDueOn,
                },
            },
            ct
        );
        return done.Done ? breach.Id : done.Refusal;
    }
}
