using Plus.Host.Demo.Plan;
using Plus.Host.Demo.Storage;
using Plus.Host.Demo.Words;
using Plus.Law.Breaches;
using Plus.Shared.Breaches;
using Plus.Shared.Breaches.Records;

namespace Plus.Host.Demo.Records;

/// <summary>Writes violations of some sections of work: absences explained, judged, warned of, and some that still wait.</summary>
internal sealed class BreachWriter(CopyStore store, DemoProcesses processes, DemoWords words, DateOnly today)
{
    private const int EveryOne = 12;
    private int works;
    private int written;

    public void Write(DemoRecord record)
    {
        if (
            !record.IsWork
            || record.Section is not { } section
            || record.RegisteredOn is not { } registered
            || record.Manager is not { } manager
            || ++works % EveryOne != 0
        )
        {
            return;
        }

        var day = registered.AddDays(10);
        if (day.AddDays(9) > (record.ClosedOn ?? today) || day > today)
        {
            return;
        }

        var n = written++;
        var breach = new Breach(section, BreachKinds.Work, day, n % 4 != 3 ? false : true, day, manager);
        breach.Describe(words.Breaches[n % words.Breaches.Count], null);
        breach.Ask(day.AddDays(7));
        store.Add(breach);
        processes.Changes.Added(breach);
        Step("breaches.recorded", day, ("kind", BreachKinds.Work), ("day", day));
        // The newest ones wait; of the others every third was justified.
        if (day.AddDays(14) < today)
        {
            processes.Changes.Changed(
                breach,
                () =>
                {
                    breach.Explain(day.AddDays(3), words.Explanations[n % words.Explanations.Count], null);
                    breach.Judge(n % 3 == 0, day.AddDays(5), manager, words.Judgements[n % 3 == 0 ? 0 : 1]);
                }
            );
            Step("breaches.judged", day.AddDays(5), ("day", day), ("justified", n % 3 == 0 ? "yes" : "no"));
            if (n % 3 != 0)
            {
                var step = new BreachStep(breach, BreachResponse.Talk, day.AddDays(6), manager, words.Judgements[1]);
                processes.Changes.Changed(breach, () => breach.Answer(day.AddDays(6), false, false));
                store.Add(step);
                processes.Changes.Added(step);
                Step("breaches.answered", day.AddDays(6), ("response", BreachResponse.Talk), ("day", day));
            }
        }

        void Step(string type, DateOnly on, params (string Name, object? Value)[] values) =>
            processes.Add(type, record, on, manager, breach.Id, values);
    }
}
