using Plus.Law.Sections;

namespace Plus.Shared.Exchange.Messages;

/// <summary>Reads one measure of a ruling, order or decision.</summary>
internal static class MeasureReading
{
    private static readonly string[] Known =
    [
        MeasureCode.CommunityWork,
        MeasureData.Imprisonment,
        MeasureCode.SuspendedSentence,
        MeasureCode.ProbationSupervision,
        MeasureCode.Parole,
        MeasureCode.ConditionalDischarge,
        MeasureCode.EducationalCommunityWork,
        MeasureCode.ProbationObservation,
    ];

    public static MeasureData? Read(ObjectReader fields)
    {
        var kind = fields.Text("kind", 200, required: true);
        switch (kind)
        {
            case MeasureCode.CommunityWork:
                return new MeasureData(kind) { Role = Role(fields), Hours = Hours(fields) };
            case MeasureCode.EducationalCommunityWork:
                return new MeasureData(kind) { Hours = Hours(fields) };
            case MeasureCode.SuspendedSentence:
                return new MeasureData(kind)
                {
                    ImprisonmentMonths = Months(fields, "imprisonmentMonths"),
                    TestPeriodMonths = Months(fields, "testPeriodMonths"),
                };
            case MeasureCode.ProbationSupervision:
                return new MeasureData(kind) { Role = Role(fields), Months = Months(fields, "months") };
            case MeasureData.Imprisonment or MeasureCode.ConditionalDischarge or MeasureCode.ProbationObservation:
                return new MeasureData(kind) { Months = Months(fields, "months") };
            case MeasureCode.Parole:
                return Parole(fields);
            case null:
                return null;
            default:
                fields.Wrong(
                    IntakeReasons.UnknownMeasure,
                    "kind",
                    ("value", kind),
                    ("known", string.Join(", ", Known))
                );
                return null;
        }
    }

    private static MeasureData Parole(ObjectReader fields)
    {
        var until = fields.Day("until", required: true);
        var releasedOn = fields.Day("releasedOn", counted: true);
        if (releasedOn > until)
        {
            fields.Wrong(IntakeReasons.UntilBeforeRelease, "until", ("until", until), ("releasedOn", releasedOn));
        }

        var monitoring = fields.Object("electronicMonitoring");
        return new MeasureData(MeasureCode.Parole)
        {
            Until = until,
            ReleasedOn = releasedOn,
            MonitoringMonths = monitoring is null ? null : Months(monitoring, "months"),
        };
    }

    private static string? Role(ObjectReader fields) => fields.Code("role", required: true, "main", "additional");

    private static int? Hours(ObjectReader fields) => fields.Number("hours", 1, IntakeReasons.NegativeHours);

    private static int? Months(ObjectReader fields, string name)
    {
        var months = fields.Number(name, 1, IntakeReasons.NegativeMonths);
        if (months > 1200)
        {
            fields.Wrong(IntakeReasons.NumberTooLarge, name, ("value", months), ("largest", 1200));
            return null;
        }

        return months;
    }
}
