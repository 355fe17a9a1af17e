using Plus.Law.Sections;
using Plus.Shared.Contacts.Records;
using Plus.Shared.WorkHours.Contract;

namespace Plus.Shared.Exchange.Takeover.Contract;

/// <summary>The fields of the contract are written with these.</summary>
internal static class FieldLists
{
    public static readonly string[] IdentifierKinds = ["personalCode", "foreign"];
    public static readonly string[] AddressKinds = ["declared", "actual", "correspondence"];
    public static readonly string[] IssuerKinds = ["court", "prosecutor", "prison", "police", "person"];
    public static readonly string[] OpenStates = ["received", "registered", "active", "suspended", "closing"];
    public static readonly string[] ContactStates = ["planned", "held", "missed", "cancelled"];
    public static readonly string[] BasisKinds =
    [
        "courtRuling",
        "prosecutorPenalOrder",
        "prosecutorDecision",
        "assessmentReportRequest",
        "mediationRequest",
    ];

    public static IReadOnlyList<string> Measures => MeasureCode.All;

    public static IReadOnlyList<string> Outcomes { get; } =
    [.. OutcomeCodes.All.Select(o => o.Code).Distinct(StringComparer.Ordinal)];

    public static IReadOnlyList<string> ContactKindCodes { get; } = ContactKind.Codes;

    public static IReadOnlyList<string> WorkStatusCodes => WorkStatuses.All;

    public static TakeoverField Id(string about) => Text("id", 64, "K-000123", about).Must();

    public static TakeoverField Reference(string name, string about) => Text(name, 64, "K-000123", about);

    public static TakeoverField Text(string name, int length, string example, string about) =>
        new(name, FieldKind.Text, length, example, about);

    public static TakeoverField Name(string name, string example, string about) =>
        new(name, FieldKind.Name, 200, example, about);

    public static TakeoverField Past(string name, string about) =>
        new(name, FieldKind.PastDay, 10, "2009-03-17", about);

    public static TakeoverField Day(string name, string about) => new(name, FieldKind.Day, 10, "2011-03-16", about);

    public static TakeoverField Whole(string name, int most, string example, string about) =>
        new(name, FieldKind.Whole, most, example, about);

    public static TakeoverField Flag(string name, string about) => new(name, FieldKind.Flag, 5, "true", about);

    public static TakeoverField Code(string name, IReadOnlyList<string> codes, string about) =>
        new(name, FieldKind.Code, 60, codes[0], about) { Codes = codes };

    public static TakeoverField Must(this TakeoverField field) => field with { Required = true };
}
