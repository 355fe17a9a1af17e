using Plus.Law;
using Plus.Law.Rules;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Exchange.Takeover.Contract;
using Plus.Shared.Exchange.Takeover.Reading;

namespace Plus.Shared.Exchange.Takeover.Taking;

/// <summary>What cannot be in a section, and what today's law would not allow.</summary>
internal static class SectionChecks
{
    public static void Check(PendingRow row, ClientReference client, TakeoverGround ground)
    {
        var opened = row.Row.Day("openedOn")!.Value;
        if (opened < client.BirthDate)
        {
            row.Refuse(TakeoverReasons.BeforeBirth, "openedOn");
        }

        NotBefore(row, "closedOn", opened);
        NotBefore(row, "annulledOn", opened);
        NotBefore(row, "termEndsOn", row.Row.Day("termStartsOn"));
        NotBefore(row, "monitoringTo", row.Row.Day("monitoringFrom"));
        CheckClosing(row);
        if (row.Row.Day("registeredOn") is null && row.Row.Day("closedOn") is { } closed && closed <= ground.Today)
        {
            row.Mark(TakeoverMarks.NoRegistration);
        }
    }

    /// <summary>The general limits of the measure on the day of the document.</summary>
    public static void MarkAmount(PendingRow row, MeasureTerms terms, DateOnly issuedOn, LegalParameters parameters)
    {
        var amount = terms.Hours ?? terms.Months ?? terms.TestPeriodMonths;
        var role = terms.Role == "additional" ? PenaltyRole.Additional : PenaltyRole.Main;
        if (
            amount is { } said
            && MeasureLimits.Check(terms.Measure, role, said, issuedOn, parameters) is Verdict.Refused
        )
        {
            row.Mark(TakeoverMarks.AmountOutsideLimits);
        }
    }

    private static void CheckClosing(PendingRow row)
    {
        var (closed, outcome) = (row.Row.Day("closedOn"), row.Row.Text("outcome"));
        if (closed is null != outcome is null)
        {
            row.Refuse(
                closed is null ? TakeoverReasons.OutcomeWithoutClosing : TakeoverReasons.ClosingWithoutOutcome,
                closed is null ? "closedOn" : "outcome"
            );
        }

        var function = MeasureCode.FunctionOf(row.Row.Text("measure")!);
        if (outcome is not null && !OutcomeCodes.IsKnown(function, outcome))
        {
            row.Refuse(TakeoverReasons.OutcomeOfOtherFunction, "outcome", ("value", outcome));
        }
    }

    private static void NotBefore(PendingRow row, string field, DateOnly? begin)
    {
        if (row.Row.Day(field) < begin)
        {
            row.Refuse(TakeoverReasons.EndBeforeBegin, field);
        }
    }
}
