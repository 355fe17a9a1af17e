using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Storage;
using Plus.Law;
using Plus.Law.CommunityWork;
using Plus.Law.Rules;
using Plus.Law.Sections;
using Plus.Shared.Breaches.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.WorkHours.Records;
using Plus.Web.Language;

namespace Plus.Shared.WorkHours.Contract;

/// <summary>What is left of work in hours, and for the penalty what a court may replace it by (KL 40), step by step.</summary>
internal static class WorkRest
{
    public static async Task<RestOfMeasure?> ReadAsync(
        WorkDoor door,
        PlusDb db,
        Section section,
        DateOnly on,
        LegalParameters parameters,
        CancellationToken ct
    )
    {
        if (await door.ReadAsync(db, section.Id, ct) is not { } work)
        {
            return null;
        }

        var adjusted = await db.Set<HoursAdjustment>()
            .Where(a => a.SectionId == section.Id)
            .SumAsync(a => a.Minutes, ct);
        var balance = HoursBalance.Of(
            work.Measure.ImposedMinutes,
            work.Days.Where(d => d.WithdrawnAt is null)
                .Select(d => new HoursEntry(d.WorkedOn, d.CreditedMinutes, d.RefusedMinutes)),
            adjusted
        );
        List<ReckoningLine> lines =
        [
            Line(
                "workHours.rest.hours",
                ("imposed", TextValues.Hours(balance.ImposedMinutes)),
                ("served", TextValues.Hours(balance.ServedMinutes)),
                ("left", TextValues.Hours(balance.RemainingMinutes))
            ),
        ];
        if (section.Measure != MeasureCode.CommunityWork)
        {
            return new RestOfMeasure(balance.RemainingMinutes, null, lines, null, false);
        }

        var replacement = ReplacementCalculator.Compute(balance.RemainingMinutes, on, parameters);
        var rounding = parameters.Get(ParameterCodes.ReplacementRounding, on);
        lines.Add(
            Line(
                "workHours.rest.days",
                ("left", TextValues.Hours(replacement.UnservedMinutes)),
                ("perDay", TextValues.Hours(replacement.MinutesPerDay)),
                ("exact", decimal.Round(replacement.ExactDays, 2))
            )
        );
        if (replacement.ExactDays != replacement.RoundedDays)
        {
            lines.Add(
                Line(
                    rounding.Standing == Standing.Unverified
                        ? "workHours.rest.roundedUnverified." + rounding.Words
                        : "workHours.rest.rounded." + rounding.Words,
                    ("days", replacement.RoundedDays)
                )
            );
        }

        lines.Add(
            Line(
                replacement.IsCapped ? "workHours.rest.capped" : "workHours.rest.within",
                ("days", replacement.Days),
                ("maximum", replacement.MaximumDays)
            )
        );
        return new RestOfMeasure(
            balance.RemainingMinutes,
            replacement.Days,
            lines,
            replacement.Source.ToString(),
            replacement.Standing == Standing.Unverified
        );
    }

    private static ReckoningLine Line(string key, params (string Name, object? Value)[] values) =>
        new(key, values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal));
}
