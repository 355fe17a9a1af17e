using Plus.Law.Rehabilitation;
using Plus.Shared.Support.Records;

namespace Plus.Shared.Support.Settling;

/// <summary>A stay as the law reckons it.</summary>
internal static class StayFacts
{
    public static Stay Of(RehabilitationReferral referral, IEnumerable<StayAbsence> absences) =>
        new(
            referral.EnteredOn!.Value,
            referral.LeftOn,
            referral.Price,
            referral.PaidInFull,
            [
                .. absences
                    .SelectMany(a => Enumerable.Range(0, a.To.DayNumber - a.From.DayNumber + 1).Select(a.From.AddDays))
                    .Distinct(),
            ]
        );
}
