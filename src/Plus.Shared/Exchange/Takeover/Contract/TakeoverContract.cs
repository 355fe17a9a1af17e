using static Plus.Shared.Exchange.Takeover.Contract.FieldLists;

namespace Plus.Shared.Exchange.Takeover.Contract;

/// <summary>The contract, version 1: its tables in the order in which they are taken.</summary>
internal static class TakeoverContract
{
    public const int Version = 1;

    /// <summary>Codes of the old system's offices and the PLUS office each is.</summary>
    public static TakeoverTable Offices { get; } =
        new(
            "offices",
            "",
            "Which PLUS office each office code of the old system is. Several may be one.",
            Text("id", 60, "JEL1", "The old system's code.").Must(),
            Text("office", 20, "ZE-JE1", "Code of the office in PLUS.").Must()
        );

    /// <summary>Codes of the old system's officers.</summary>
    public static TakeoverTable Staff { get; } =
        new(
            "staff",
            "",
            "Which log-in of PLUS each officer code of the old system is.",
            Text("id", 60, "jberzina", "The old system's code.").Must(),
            Text("userName", 100, "j.berzina", "Log-in in PLUS. Empty: known to have none; taken with a mark.")
        );

    public static IReadOnlyList<TakeoverTable> Tables { get; } =
    [
        PersonTables.Clients,
        PersonTables.Identifiers,
        PersonTables.Names,
        PersonTables.Addresses,
        CaseTables.Bases,
        CaseTables.Sections,
        WorkTables.Contacts,
        WorkTables.Hours,
        WorkTables.Documents,
    ];

    public static IReadOnlyList<TakeoverTable> Mappings { get; } = [Offices, Staff];
}
