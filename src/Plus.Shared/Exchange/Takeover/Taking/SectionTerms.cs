using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Exchange.Takeover.Reading;

namespace Plus.Shared.Exchange.Takeover.Taking;

/// <summary>A section's row in the words of the functions' doors.</summary>
internal static class SectionTerms
{
    /// <summary>What its founding document says.</summary>
    public static MeasureTerms Of(RowCheck row, Basis basis) =>
        new(row.Text("measure")!)
        {
            Role = row.Text("role"),
            Hours = row.Whole("hours"),
            Months = row.Whole("months"),
            TestPeriodMonths = row.Whole("testMonths"),
            ImprisonmentMonths = row.Whole("imprisonmentMonths"),
            Until = row.Day("until"),
            ReleasedOn = row.Day("releasedOn"),
            WithImprisonment = row.Flag("withImprisonment") == true,
            MonitoringMonths = row.Whole("monitoringMonths") ?? (row.Day("monitoringFrom") is null ? null : 0),
            Purpose = row.Text("measure") == MeasureCode.Programme ? row.Text("programme") : row.Text("purpose"),
            RespondBy = row.Day("respondBy"),
            SenderKind = basis.IssuerKind,
            SenderName = basis.IssuerName,
        };

    /// <summary>What happened since.</summary>
    public static TakenFacts TakenOf(RowCheck row) =>
        new()
        {
            SentOn = row.Day("sentOn"),
            Supported = row.Flag("supported"),
            MonitoringFrom = row.Day("monitoringFrom"),
            MonitoringTo = row.Day("monitoringTo"),
            MonitoringToCourt = row.Flag("monitoringToCourt") == true,
            Setting = row.Text("setting"),
            Format = row.Text("format"),
            Online = row.Flag("online") == true,
            StartedOn = row.Day("registeredOn") ?? row.Day("openedOn"),
            EndedOn = row.Day("closedOn"),
            WorkStatus = row.Text("workStatus"),
            Mediator = row.Text("mediator"),
            AgreementOn = row.Day("agreementOn"),
            VictimIdentified = row.Flag("victimIdentified"),
        };
}
