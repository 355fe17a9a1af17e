using Plus.Law.Sections;

namespace Plus.Law.Obligations;

/// <summary>Which list a kind of obligation belongs to.</summary>
public enum ObligationRegime
{
    /// <summary>Supervision: suspended sentence, parole, conditional discharge, probation supervision.</summary>
    Supervision,

    /// <summary>Probation observation of a child, whose list is another one (article 32.⁴ of its law).</summary>
    Child,
}

/// <summary>What is asked of a kind of obligation beside its wording.</summary>
[Flags]
public enum ObligationParts
{
    None = 0,

    /// <summary>Hours of the day from and to; past midnight when the second is the earlier one.</summary>
    Hours = 1,
    Places = 2,

    /// <summary>People who are to be avoided. Guarded as victims' data: they never show without that permission.</summary>
    People = 4,
    Territory = 8,
    Specialist = 16,
    Programme = 32,
}

/// <summary>A kind of obligation; its name is the text <c>law.obligation.&lt;code&gt;</c>.</summary>
public sealed record ObligationKind(string Code, ObligationRegime Regime, ObligationParts Parts)
{
    public bool Asks(ObligationParts part) => (Parts & part) != ObligationParts.None;
}

/// <summary>The kinds known. The Service may set twelve in supervision, of which eleven are known here; the list for
/// children is known in part. What is missing is set as <c>other</c> with its exact wording.</summary>
public static class ObligationKinds
{
    public const string Curfew = "curfew";
    public const string Specialist = "specialist";
    public const string Programmes = "programmes";
    public const string SubstanceBan = "substance_ban";
    public const string Livelihood = "livelihood";
    public const string ContactBan = "contact_ban";
    public const string ResidenceChangeConsent = "residence_change_consent";
    public const string Other = "other";
    public const string ChildOther = "child_other";

    public static IReadOnlyList<ObligationKind> All { get; } =
    [
        new(Specialist, ObligationRegime.Supervision, ObligationParts.Specialist),
        new(Programmes, ObligationRegime.Supervision, ObligationParts.Programme),
        new(SubstanceBan, ObligationRegime.Supervision, ObligationParts.None),
        new(Livelihood, ObligationRegime.Supervision, ObligationParts.None),
        new(Curfew, ObligationRegime.Supervision, ObligationParts.Hours),
        new(ResidenceChangeConsent, ObligationRegime.Supervision, ObligationParts.None),
        new("public_places_ban", ObligationRegime.Supervision, ObligationParts.Places),
        new("approach_ban", ObligationRegime.Supervision, ObligationParts.Places),
        new(ContactBan, ObligationRegime.Supervision, ObligationParts.People),
        new("territory_ban", ObligationRegime.Supervision, ObligationParts.Territory),
        new("route_agreement", ObligationRegime.Supervision, ObligationParts.Places),
        new(Other, ObligationRegime.Supervision, ObligationParts.None),
        new("child_curfew", ObligationRegime.Child, ObligationParts.Hours),
        new("child_public_places_ban", ObligationRegime.Child, ObligationParts.Places),
        new("child_contact_ban", ObligationRegime.Child, ObligationParts.People),
        new("child_substance_ban", ObligationRegime.Child, ObligationParts.None),
        new(ChildOther, ObligationRegime.Child, ObligationParts.None),
    ];

    public static ObligationKind? Find(string? code) => All.FirstOrDefault(k => k.Code == code);

    /// <summary>The list that a measure uses; null for measures without obligations.</summary>
    public static ObligationRegime? RegimeOf(string measure) =>
        measure switch
        {
            MeasureCode.SuspendedSentence
            or MeasureCode.Parole
            or MeasureCode.ConditionalDischarge
            or MeasureCode.ProbationSupervision => ObligationRegime.Supervision,
            MeasureCode.ProbationObservation => ObligationRegime.Child,
            _ => null,
        };

    public static IReadOnlyList<ObligationKind> Of(string measure) =>
        RegimeOf(measure) is { } regime ? [.. All.Where(k => k.Regime == regime)] : [];
}

/// <summary>Who set an obligation; texts <c>law.set_by.&lt;code&gt;</c>.</summary>
public static class ObligationSource
{
    public const string Law = "law";
    public const string Court = "court";
    public const string Prosecutor = "prosecutor";
    public const string Service = "service";

    public static IReadOnlyList<string> All { get; } = [Service, Court, Prosecutor, Law];

    /// <summary>The prosecutor sets obligations of a conditional discharge only (MK 107).</summary>
    public static IReadOnlyList<string> Of(string measure) =>
        [.. All.Where(s => measure == MeasureCode.ConditionalDischarge ? s != Court : s != Prosecutor)];
}
