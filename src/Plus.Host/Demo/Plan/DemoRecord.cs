using Plus.Host.Demo.People;
using Plus.Kernel.Ids;
using Plus.Law.Sections;

namespace Plus.Host.Demo.Plan;

/// <summary>The age group a record counts in.</summary>
internal enum DemoAge
{
    Child,
    Youth,
    Adult,
}

/// <summary>One function record before it becomes a section: what the figures look at, then days and people.</summary>
internal sealed class DemoRecord
{
    public required string Measure { get; init; }

    public DemoAge Age { get; set; } = DemoAge.Adult;

    /// <summary>Opened in an earlier year and still open on 1 January.</summary>
    public bool CarriedOver { get; init; }

    public string Article { get; set; } = "";

    public int? Sup { get; set; }

    /// <summary>Sexual offence now or in an earlier conviction.</summary>
    public bool Sexual { get; set; }

    public bool? VictimIdentified { get; set; }

    /// <summary>Ends (in the year) without success.</summary>
    public bool Fails { get; set; }

    /// <summary>Requester, source or setting, by function.</summary>
    public string? Origin { get; set; }

    public string? Purpose { get; set; }

    public bool Supported { get; set; }

    public bool OtherMeasureNotPerformed { get; set; }

    public bool ByVolunteer { get; set; }

    public bool Online { get; set; }

    /// <summary>Prescribed sex where a figure asks for it.</summary>
    public bool? Male { get; set; }

    /// <summary>Electronic monitoring: null = none; else whether it ended in the year, and how.</summary>
    public DemoMonitoring? Monitoring { get; set; }

    public DateOnly OpenedOn { get; set; }

    /// <summary>Day on which the founding document came into force; null for requests.</summary>
    public DateOnly? InForceOn { get; set; }

    public DateOnly? RegisteredOn { get; set; }

    public DateOnly? ClosedOn { get; set; }

    public string? Outcome { get; set; }

    /// <summary>Months of the term; hours of work are kept in <see cref="ImposedHours"/>.</summary>
    public int Months { get; set; }

    public int ImposedHours { get; set; }

    public string WorkStatus { get; set; } = "works";

    public bool Consents { get; set; }

    public List<(DateOnly Day, int Hours)> Hours { get; } = [];

    /// <summary>Kinds of the obligations set in it.</summary>
    public List<string> Obligations { get; } = [];

    public SectionState? OpenState { get; set; }

    /// <summary>Just come: its case is not formed yet.</summary>
    public bool Fresh { get; set; }

    public DemoPerson Person { get; set; } = null!;

    /// <summary>The office that carries it out: where the person lives; for children their own one, once there is; or another that was chosen.</summary>
    public DemoOffice Office
    {
        get =>
            field
            ?? (
                Age == DemoAge.Child && Person.Office.ForChildren is { } own && OpenedOn >= own.From
                    ? own
                    : Person.Office
            );
        set;
    }

    public StaffId? Manager { get; set; }

    /// <summary>Waits for the head to assign it.</summary>
    public bool Unassigned { get; set; }

    public HostEmployerId? Host { get; set; }

    public SectionId? Section { get; set; }

    public bool IsWork => Measure is MeasureCode.CommunityWork or MeasureCode.EducationalCommunityWork;

    public bool IsSupervision =>
        Measure
            is MeasureCode.ConditionalDischarge
                or MeasureCode.SuspendedSentence
                or MeasureCode.Parole
                or MeasureCode.ProbationSupervision;
}

internal enum DemoMonitoring
{
    Runs,
    Completed,
    CourtSubmission,
}
