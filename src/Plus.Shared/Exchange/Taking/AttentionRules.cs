using Plus.Law;
using Plus.Law.Identity;
using Plus.Law.Rules;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Opening;
using Plus.Shared.Exchange.Messages;

namespace Plus.Shared.Exchange.Taking;

/// <summary>What a human must look at in a message that takes effect. Pure; changes nothing and guesses nothing.</summary>
internal static class AttentionRules
{
    private static readonly Dictionary<string, string> OfLaw = new(StringComparer.Ordinal)
    {
        [ReasonCodes.AmountUnderMinimum] = IntakeReasons.UnderMinimum,
        [ReasonCodes.TermUnderMinimum] = IntakeReasons.UnderMinimum,
        [ReasonCodes.AmountOverMaximum] = IntakeReasons.OverMaximum,
        [ReasonCodes.TermOverMaximum] = IntakeReasons.OverMaximum,
        [ReasonCodes.MonitoringLongerThanParole] = IntakeReasons.MonitoringLongerThanParole,
        [ReasonCodes.CheckDigitDiffers] = IntakeReasons.CheckDigitDiffers,
        [ReasonCodes.ImpossibleDate] = IntakeReasons.ImpossibleDate,
        [ReasonCodes.BirthDateDiffers] = IntakeReasons.BirthDateDiffers,
    };

    public static List<IntakeReason> Of(
        IntakeContent content,
        MessageTerms terms,
        bool hasRepresentative,
        TerritoryMap map,
        LegalParameters parameters
    )
    {
        var reasons = new List<IntakeReason>();
        var issuedOn = content.IssuedOn!.Value;
        var person = content.Person!;
        AboutPerson(reasons, person, issuedOn);
        AboutResidence(reasons, person, issuedOn, map);
        var minor = RulingChecks.MinorHasRepresentative(
            person.BirthDate!.Value,
            hasRepresentative || content.Representatives.Count > 0,
            issuedOn,
            parameters
        );
        if (minor is Verdict.Refused refused)
        {
            reasons.Add(
                IntakeReason.Of(
                    IntakeReasons.MinorWithoutRepresentative,
                    "representatives",
                    ("age", refused.Values["age"])
                )
            );
        }

        foreach (var measure in terms.Open)
        {
            AboutMeasure(reasons, measure, issuedOn, parameters);
        }

        foreach (var doubtful in terms.Withheld)
        {
            AboutMeasure(reasons, doubtful, issuedOn, parameters);
            reasons.Add(
                IntakeReason.Of(
                    IntakeReasons.AdditionalSupervisionWithoutImprisonment,
                    "measures",
                    ("months", doubtful.Months)
                )
            );
        }

        if (terms.Open.Count == 0 && terms.Withheld.Count == 0)
        {
            reasons.Add(IntakeReason.Of(IntakeReasons.NothingToCarryOut, "measures"));
        }

        return reasons;
    }

    /// <summary>Whether electronic monitoring fits into the parole, once the release is known.</summary>
    public static IntakeReason? Monitoring(MeasureTerms terms, DateOnly issuedOn, LegalParameters parameters)
    {
        if (terms.MonitoringMonths is not { } months)
        {
            return null;
        }

        // Without the release only the length itself can be judged; what is left of the parole is not guessed.
        var until = terms.ReleasedOn is null ? DateOnly.MaxValue : terms.Until!.Value;
        return Reason(
            MeasureLimits.CheckMonitoring(months, terms.ReleasedOn ?? issuedOn, until, parameters),
            "measures",
            ("months", months),
            ("measure", "electronicMonitoring")
        );
    }

    private static void AboutPerson(List<IntakeReason> reasons, PersonData person, DateOnly issuedOn)
    {
        if (person.NameTooLong)
        {
            reasons.Add(IntakeReason.Of(IntakeReasons.NameTooLong, "person", ("longest", PersonReading.LongestName)));
        }

        if (person.PersonalCode is null)
        {
            return;
        }

        if (!PersonalCode.TryParse(person.PersonalCode, out var code))
        {
            reasons.Add(IntakeReason.Of(IntakeReasons.CodeMalformed, "person.personalCode"));
            return;
        }

        foreach (var warning in code.Warnings(person.BirthDate))
        {
            reasons.Add(
                IntakeReason.Of(
                    OfLaw[warning],
                    "person.personalCode",
                    ("birthDate", person.BirthDate),
                    ("inCode", code.BirthDate())
                )
            );
        }
    }

    private static void AboutResidence(
        List<IntakeReason> reasons,
        PersonData person,
        DateOnly issuedOn,
        TerritoryMap map
    )
    {
        if (person.Declared is not { } declared)
        {
            reasons.Add(IntakeReason.Of(IntakeReasons.NoDeclaredResidence, "person.declaredAddress"));
        }
        else if (declared.TerritoryCode is null || !map.Knows(declared.TerritoryCode, issuedOn))
        {
            reasons.Add(
                IntakeReason.Of(
                    IntakeReasons.UnknownTerritory,
                    "person.declaredAddress.atvk",
                    ("value", declared.TerritoryCode)
                )
            );
        }
    }

    private static void AboutMeasure(
        List<IntakeReason> reasons,
        MeasureTerms terms,
        DateOnly issuedOn,
        LegalParameters parameters
    )
    {
        var role = terms.Role == "additional" ? PenaltyRole.Additional : PenaltyRole.Main;
        if ((terms.Hours ?? terms.TestPeriodMonths ?? terms.Months) is { } amount)
        {
            var limits = MeasureLimits.Check(terms.Measure, role, amount, issuedOn, parameters);
            Add(
                Reason(
                    limits,
                    "measures",
                    ("measure", terms.Measure),
                    ("unit", terms.Hours is null ? "months" : "hours")
                )
            );
        }

        Add(Monitoring(terms, issuedOn, parameters));

        void Add(IntakeReason? reason)
        {
            if (reason is not null)
            {
                reasons.Add(reason);
            }
        }
    }

    private static IntakeReason? Reason(Verdict verdict, string field, params (string Name, object? Value)[] more)
    {
        if (verdict is not Verdict.Refused refused)
        {
            return null;
        }

        var values = refused.Values.Select(v => (v.Key, (object?)v.Value)).Concat(more);
        if (refused.Source is { } source)
        {
            values = values.Append(("act", source.Act)).Append(("article", source.Article));
        }

        return IntakeReason.Of(OfLaw[refused.ReasonCode], field, [.. values]);
    }
}
