using System.Globalization;
using Plus.Host.Demo.Plan;
using Plus.Host.Demo.Storage;
using Plus.Host.Demo.Words;
using Plus.Law.Obligations;
using Plus.Law.Sections;
using Plus.Shared.Obligations.Records;

namespace Plus.Host.Demo.Records;

/// <summary>Writes the obligations of a record with their decisions and a first check.</summary>
internal sealed class ObligationWriter(CopyStore store, DemoProcesses processes, DemoWords words, DateOnly today)
{
    private int decisions;

    public void Write(DemoRecord record)
    {
        for (var i = 0; i < record.Obligations.Count; i++)
        {
            var day = Decided(record, i);
            if (day <= today)
            {
                Write(record, record.Obligations[i], day);
            }
        }
    }

    // Decided in the weeks after the registration, within the section and within the year it counts in.
    private static DateOnly Decided(DemoRecord record, int i)
    {
        var day = (record.RegisteredOn ?? record.OpenedOn).AddDays(7 * (i + 1));
        var last = new DateOnly(record.OpenedOn.Year, 12, 31);
        if (record.ClosedOn < last)
        {
            last = record.ClosedOn.Value;
        }

        return day > last ? (record.OpenedOn > last ? record.OpenedOn : last) : day;
    }

    private void Write(DemoRecord record, string kind, DateOnly day)
    {
        var setBy =
            record.Measure == MeasureCode.ConditionalDischarge ? ObligationSource.Prosecutor : ObligationSource.Service;
        var obligation = new Obligation(record.Person.Id, record.Section!.Value, kind, setBy);
        var number = string.Create(CultureInfo.InvariantCulture, $"PL-{++decisions:00000}/{day.Year % 100:00}");
        obligation.Decide(words.Obligations[kind], day, null, day, number);
        if (ObligationKinds.Find(kind)!.Asks(ObligationParts.Hours))
        {
            obligation.Between(new TimeOnly(22, 0), new TimeOnly(6, 0));
        }

        var isSpecialist = kind == ObligationKinds.Specialist;
        obligation.About(
            null,
            null,
            isSpecialist ? words.Specialists[decisions % words.Specialists.Count] : null,
            null,
            isSpecialist
        );
        if (decisions % 10 != 3)
        {
            obligation.Serve(day, "inPerson");
        }

        store.Add(obligation);
        processes.Changes.Added(obligation);
        processes.Add(
            DemoProcesses.ObligationSet,
            record,
            day,
            record.Manager,
            obligation.Id,
            ("obligation", kind),
            ("from", day)
        );
        Check(record, obligation, day.AddDays(30));
    }

    private void Check(DemoRecord record, Obligation obligation, DateOnly day)
    {
        if (record.Manager is not { } manager || day >= today || day > (record.ClosedOn ?? day) || decisions % 3 == 0)
        {
            return;
        }

        var finding =
            record.Fails ? "violated"
            : decisions % 11 == 4 ? "partly"
            : "complied";
        int? percent = obligation.Kind is ObligationKinds.Specialist or ObligationKinds.Programmes ? 40 : null;
        var check = new ObligationCheck(
            obligation.Id,
            obligation.SectionId,
            day,
            finding,
            percent,
            words.Checks[decisions % words.Checks.Count],
            manager
        );
        store.Add(check);
        processes.Changes.Added(check);
        processes.Add(
            DemoProcesses.ObligationChecked,
            record,
            day,
            manager,
            obligation.Id,
            ("obligation", obligation.Kind),
            ("finding", finding)
        );
    }
}
