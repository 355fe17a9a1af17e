using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plus.Host.Demo.Plan;
using Plus.Host.Demo.Storage;
using Plus.Host.Demo.Words;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Rules;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;

namespace Plus.Host.Demo.Records;

/// <summary>Writes sections with their founding document, and their facts through the functions' own doors.</summary>
internal sealed class SectionWriter(
    CopyStore store,
    PlusDb collector,
    FunctionDoors doors,
    FunctionFacts facts,
    DemoProcesses processes,
    DemoWords words,
    DemoRandom chance
)
{
    private int documents;

    public void Write(DemoRecord record)
    {
        var person = record.Person;
        if (!record.Unassigned)
        {
            record.Manager ??=
                record.Measure == MeasureCode.Mediation ? chance.One(record.Office.Mediators) : record.Office.Manager();
        }

        var basis = WriteBasis(record);
        var door = doors.OfMeasure(record.Measure);
        var section = new Section(
            SectionId.New(),
            person.CaseId,
            person.Id,
            door.Code,
            record.Measure,
            basis.Id,
            record.OpenedOn
        );
        record.Section = section.Id;
        section.MainOffence(record.Article, record.Sup, record.Sexual);
        // The map of territories knows no offices for children: there a human has chosen.
        section.Assign(
            record.Office.Id,
            record.Office == person.Office ? "declaredResidence" : "chosen",
            record.Manager
        );
        door.Open(
            collector,
            new OpeningSection(
                section,
                TermsOf(record, basis),
                record.InForceOn,
                basis.IssuedOn,
                person.Born,
                LegalParameters.Embedded
            )
        );
        var own = collector.ChangeTracker.Entries().Select(e => e.Entity).ToList();
        collector.ChangeTracker.Clear();
        var first = new Assignment(section.Id, record.Office.Id, record.Manager, record.OpenedOn, "first");
        store.Add(section);
        store.AddRange(own);
        store.Add(first);
        foreach (var added in own.Prepend(section).Append(first))
        {
            processes.Changes.Added(added);
        }

        (string, object?)[] named = [("measure", section.Measure), ("function", section.Function)];
        processes.Add(DemoProcesses.Opened, record, record.OpenedOn, null, section.Id.Value, named);
        Live(section, record, own, named);
    }

    private void Live(
        Section section,
        DemoRecord record,
        IReadOnlyList<object> own,
        (string Name, object? Value)[] named
    )
    {
        if (record.Person.FormedOn is { } formed)
        {
            processes.Changes.Changed(record.Person.File!, () => record.Person.File!.Form(formed));
            processes.Add(
                DemoProcesses.Formed,
                record,
                formed,
                record.Manager,
                null,
                ("number", record.Person.File!.Number)
            );
            record.Person.FormedOn = null;
        }

        if (record.RegisteredOn is { } registered)
        {
            processes.Changes.Changed(
                section,
                () =>
                {
                    section.Register(registered);
                    section.Enter(SectionState.Active);
                }
            );
            processes.Add(
                DemoProcesses.Registered,
                record,
                registered,
                record.Manager,
                null,
                ("measure", section.Measure),
                ("day", registered)
            );
        }

        facts.Complete(record, own);
        if (record.ClosedOn is { } closed)
        {
            processes.Changes.Changed(section, () => section.Close(closed, record.Outcome!));
            processes.Add(
                DemoProcesses.Closed,
                record,
                closed,
                record.Manager,
                null,
                [.. named, ("outcome", record.Outcome), ("day", closed)]
            );
        }
        else if (record.OpenState is { } state)
        {
            section.Enter(state);
        }
    }

    private Basis WriteBasis(DemoRecord record)
    {
        var (kind, issuer, name) = Issuer(record);
        var issued =
            record.InForceOn?.AddDays(-chance.Between(3, 12)) ?? record.OpenedOn.AddDays(-chance.Between(1, 5));
        var number = string.Create(
            CultureInfo.InvariantCulture,
            $"{Letter(kind)}{++documents:000000}/{issued.Year % 100:00}"
        );
        var basis = new Basis(BasisId.New(), record.Person.Id, kind, number, issued);
        var proceeding = string.Create(
            CultureInfo.InvariantCulture,
            $"{chance.Between(11, 15)}{chance.Between(100, 999)}{chance.Between(0, 999999):000000}"
        );
        basis.Issue(issuer, name, record.InForceOn, proceeding, null);
        Keep(basis);
        Keep(
            new BasisOffence(
                basis.Id,
                1,
                record.Article,
                record.Sup,
                chance.Between(1, 3),
                null,
                issued.AddDays(-chance.Between(60, 400))
            )
        );
        if (chance.Percent(12))
        {
            Keep(new BasisOffence(basis.Id, 2, "231", null, 1, null, issued.AddDays(-chance.Between(60, 400))));
        }

        return basis;
    }

    private void Keep(object added)
    {
        store.Add(added);
        processes.Changes.Added(added);
    }

    private (string Kind, string Issuer, string Name) Issuer(DemoRecord record) =>
        record.Measure switch
        {
            MeasureCode.AssessmentReport => (
                "assessmentReportRequest",
                record.Origin!,
                record.Origin switch
                {
                    "court" => chance.One(words.Courts),
                    "prosecutor" => chance.One(words.Prosecutors),
                    _ => chance.One(words.Prisons),
                }
            ),
            MeasureCode.Mediation => (
                "mediationRequest",
                record.Origin!,
                record.Origin switch
                {
                    "court" => chance.One(words.Courts),
                    "police" => chance.One(words.Police),
                    _ => record.Person.GivenName + " " + record.Person.Surname,
                }
            ),
            MeasureCode.ConditionalDischarge => ("prosecutorDecision", "prosecutor", chance.One(words.Prosecutors)),
            MeasureCode.CommunityWork when chance.Percent(45) => (
                "prosecutorPenalOrder",
                "prosecutor",
                chance.One(words.Prosecutors)
            ),
            _ => ("courtRuling", "court", chance.One(words.Courts)),
        };

    private static string Letter(string kind) =>
        kind switch
        {
            "courtRuling" => "K",
            "prosecutorPenalOrder" => "P",
            "prosecutorDecision" => "L",
            _ => "N",
        };

    private static MeasureTerms TermsOf(DemoRecord record, Basis basis) =>
        new(record.Measure)
        {
            Role = record.Measure is MeasureCode.CommunityWork or MeasureCode.ProbationSupervision ? "main" : null,
            Hours = record.IsWork ? record.ImposedHours : null,
            Months = record.Months == 0 ? null : record.Months,
            TestPeriodMonths = record.Measure == MeasureCode.SuspendedSentence ? record.Months : null,
            ImprisonmentMonths =
                record.Measure == MeasureCode.SuspendedSentence ? Math.Max(3, record.Months / 2) : null,
            Until = record.Measure == MeasureCode.Parole ? RecordDays.Term(record) : null,
            ReleasedOn = record.Measure == MeasureCode.Parole ? record.InForceOn : null,
            MonitoringMonths = record.Monitoring is null ? null : FunctionFacts.MonitoringMonths(record),
            Purpose = record.Measure == MeasureCode.Programme ? "autokontrole" : record.Purpose,
            RespondBy = record.Measure == MeasureCode.AssessmentReport ? record.OpenedOn.AddDays(30) : null,
            SenderKind = basis.IssuerKind,
            SenderName = basis.IssuerName,
        };
}
