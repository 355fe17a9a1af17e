using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Exchange.Messages;

namespace Plus.Shared.Exchange.Taking;

/// <summary>The measures of a document as the functions take them.</summary>
/// <param name="Open">For each of these a section is opened.</param>
/// <param name="Withheld">Doubtful ones: no section is opened until a human says so.</param>
internal sealed record MessageTerms(IReadOnlyList<MeasureTerms> Open, IReadOnlyList<MeasureTerms> Withheld)
{
    public static MessageTerms Of(IntakeContent content)
    {
        var withImprisonment = content.Measures.Any(m => m.Kind == MeasureData.Imprisonment);
        var all = content.DocumentKind switch
        {
            MessageKinds.ReportRequest =>
            [
                new MeasureTerms(MeasureCode.AssessmentReport)
                {
                    Purpose = content.Request!.Purpose,
                    RespondBy = content.Request.RespondBy,
                },
            ],
            MessageKinds.MediationRequest =>
            [
                new MeasureTerms(MeasureCode.Mediation) { Victim = content.Victim is { } v ? PartyOf(v) : null },
            ],
            _ => content.Measures.Where(m => m.Kind != MeasureData.Imprisonment).Select(TermsOf).ToList(),
        };
        var withSender = all.Select(t =>
                t with
                {
                    WithImprisonment = withImprisonment,
                    SenderKind = content.Sender.Kind,
                    SenderName = content.Sender.Name,
                }
            )
            .ToLookup(IsDoubtful);
        return new MessageTerms([.. withSender[false]], [.. withSender[true]]);
    }

    /// <summary>An additional penalty of probation supervision stands only beside imprisonment.</summary>
    private static bool IsDoubtful(MeasureTerms terms) =>
        terms is { Measure: MeasureCode.ProbationSupervision, Role: "additional" }
        && !MeasureLimits.CheckAdditionalSupervision(terms.WithImprisonment).IsAllowed;

    private static MeasureTerms TermsOf(MeasureData measure) =>
        new(measure.Kind)
        {
            Role = measure.Role,
            Hours = measure.Hours,
            Months = measure.Months,
            ImprisonmentMonths = measure.ImprisonmentMonths,
            TestPeriodMonths = measure.TestPeriodMonths,
            Until = measure.Until,
            ReleasedOn = measure.ReleasedOn,
            MonitoringMonths = measure.MonitoringMonths,
        };

    private static MeasureParty PartyOf(PersonData victim) =>
        new(victim.GivenName, victim.Surname)
        {
            BirthDate = victim.BirthDate,
            PersonalCode = victim.PersonalCode,
            Address = victim.Declared is { } address
                ? string.Join(
                    ", ",
                    ((string?[])[address.Text, address.TerritoryCode]).Where(t => t is { Length: > 0 and <= 500 })
                )
                : null,
            Phone = victim.Phone,
            Email = victim.Email,
        };
}
