namespace Plus.Shared.Contacts;

/// <summary>How a kind of contact behaves: what its forms ask.</summary>
/// <param name="AsksPlace">Where it takes place.</param>
/// <param name="AsksAttendance">Whether the client came; not for checks made without the client.</param>
/// <param name="Minutes">How long it usually lasts.</param>
public sealed record ContactKind(string Code, bool AsksPlace, bool AsksAttendance, int Minutes);

/// <summary>The kinds of contact, most frequent first.</summary>
public static class ContactKinds
{
    public static IReadOnlyList<ContactKind> All { get; } =
    [
        new("office", false, true, 30),
        new("phone", false, true, 15),
        new("video", false, true, 30),
        new("home", true, true, 60),
        new("workplace", true, true, 60),
        new("collateral", false, false, 15),
        new("registerCheck", false, false, 10),
    ];

    public static ContactKind? Find(string? code) => All.FirstOrDefault(k => k.Code == code);

    /// <summary>Why a client did not come. Waiting for evidence is a state that ends with one of the other two.</summary>
    public static IReadOnlyList<string> AbsenceReasons { get; } = ["justified", "unjustified", "waitingForEvidence"];
}
