using Plus.Law.Sections;
using Plus.Shared.Exchange.Messages;

namespace Plus.Shared.Exchange.Mending;

/// <summary>How a member is filled in.</summary>
internal enum MemberKind
{
    Text,
    Day,
    Number,
    Choice,
}

/// <summary>A member of the contract, by its path with <c>[]</c> for each array.</summary>
/// <param name="Pattern">Such as <c>measures[].hours</c>.</param>
/// <param name="Choices">The codes of a choice.</param>
internal sealed record Member(string Pattern, MemberKind Kind = MemberKind.Text, params IReadOnlyList<string> Choices);

/// <summary>The members of the contract that are filled in on a form, in their order; attachments are not.</summary>
internal static class MessageMembers
{
    private static readonly string[] Measures =
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

    private static readonly Member[] Head =
    [
        new("messageId"),
        new("kind", MemberKind.Choice, [.. MessageKinds.All]),
        new("sentAt"),
    ];

    private static readonly Member[] From =
    [
        new("sender.kind", MemberKind.Choice, "court", "prosecutor", "prison", "police", "person"),
        new("sender.name"),
    ];

    private static readonly Member[] Offence =
    [
        new("offences[].article"),
        new("offences[].sup", MemberKind.Number),
        new("offences[].part", MemberKind.Number),
        new("offences[].point"),
        new("offences[].committedOn", MemberKind.Day),
    ];

    private static readonly Member[] Measure =
    [
        new("measures[].kind", MemberKind.Choice, Measures),
        new("measures[].role", MemberKind.Choice, "main", "additional"),
        new("measures[].hours", MemberKind.Number),
        new("measures[].months", MemberKind.Number),
        new("measures[].imprisonmentMonths", MemberKind.Number),
        new("measures[].testPeriodMonths", MemberKind.Number),
        new("measures[].until", MemberKind.Day),
        new("measures[].releasedOn", MemberKind.Day),
        new("measures[].electronicMonitoring.months", MemberKind.Number),
    ];

    private static readonly Dictionary<string, string[]> OfMeasure = new(StringComparer.Ordinal)
    {
        [MeasureCode.CommunityWork] = ["role", "hours"],
        [MeasureData.Imprisonment] = ["months"],
        [MeasureCode.SuspendedSentence] = ["imprisonmentMonths", "testPeriodMonths"],
        [MeasureCode.ProbationSupervision] = ["role", "months"],
        [MeasureCode.Parole] = ["until", "releasedOn", "electronicMonitoring.months"],
        [MeasureCode.ConditionalDischarge] = ["months"],
        [MeasureCode.EducationalCommunityWork] = ["hours"],
        [MeasureCode.ProbationObservation] = ["months"],
    };

    private static readonly Dictionary<string, Member> All = new[]
    {
        Head,
        From,
        Referring(MessageKinds.ReleaseNotice),
        Referring(MessageKinds.Withdrawal),
        Referring(MessageKinds.Correction),
        Document(true),
        Person("person"),
        Person("representatives[]"),
        Person("victim"),
        [new("representatives[].relation")],
        Offence,
        Measure,
        Request,
    }
        .SelectMany(m => m)
        .DistinctBy(m => m.Pattern)
        .ToDictionary(m => m.Pattern, StringComparer.Ordinal);

    private static Member[] Request =>
        [
            new("request.purpose", MemberKind.Choice, "sentencing", "parole", "paroleWithElectronicMonitoring"),
            new("request.respondBy", MemberKind.Day),
        ];

    /// <summary>The member with this pattern, or null when the contract has none.</summary>
    public static Member? Find(string pattern) => All.GetValueOrDefault(pattern);

    /// <summary>What a message of the kind has, arrays by their pattern; of an unknown kind what a ruling has.</summary>
    /// <param name="kind">As the message says.</param>
    /// <param name="corrects">Kind of the document that a correction corrects.</param>
    public static IEnumerable<Member> Of(string? kind, string? corrects)
    {
        var members = Head.Concat(Referring(kind)).Concat(From);
        if (kind is MessageKinds.ReleaseNotice or MessageKinds.Withdrawal)
        {
            return members;
        }

        var document = kind == MessageKinds.Correction ? corrects : kind;
        var report = document == MessageKinds.ReportRequest;
        var mediation = document == MessageKinds.MediationRequest;
        var imposes = !report && !mediation;
        return members
            .Concat(Document(imposes))
            .Concat(Person("person"))
            .Concat([.. Person("representatives[]"), new("representatives[].relation")])
            .Concat(mediation ? Person("victim") : [])
            .Concat(Offence)
            .Concat(imposes ? Measure : [])
            .Concat(report ? Request : []);
    }

    /// <summary>Whether a measure of the kind has the member; of an unknown kind every one may be meant.</summary>
    public static bool MeasureHas(string? kind, string pattern) =>
        pattern == "measures[].kind"
        || kind is null
        || !OfMeasure.TryGetValue(kind, out var members)
        || members.Contains(pattern["measures[].".Length..], StringComparer.Ordinal);

    private static Member[] Referring(string? kind) =>
        kind switch
        {
            MessageKinds.ReleaseNotice => [new("about"), new("releasedOn", MemberKind.Day)],
            MessageKinds.Withdrawal => [new("replaces"), new("reason")],
            MessageKinds.Correction =>
            [
                new("corrects", MemberKind.Choice, [.. MessageKinds.Founding]),
                new("replaces"),
            ],
            _ => [],
        };

    private static Member[] Document(bool imposes) =>
        [
            new("number"),
            new("issuedOn", MemberKind.Day),
            .. imposes ? [new Member("inForceOn", MemberKind.Day)] : Array.Empty<Member>(),
            new("criminalProceedingNo"),
        ];

    private static Member[] Person(string at) =>
        [
            new(at + ".givenName"),
            new(at + ".surname"),
            new(at + ".personalCode"),
            new(at + ".birthDate", MemberKind.Day),
            new(at + ".sex", MemberKind.Choice, "M", "F"),
            new(at + ".citizenship"),
            new(at + ".declaredAddress.atvk"),
            new(at + ".declaredAddress.text"),
            new(at + ".phone"),
            new(at + ".email"),
        ];
}
