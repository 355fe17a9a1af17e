using static Plus.Shared.Exchange.Takeover.Contract.FieldLists;

namespace Plus.Shared.Exchange.Takeover.Contract;

/// <summary>What was done in sections: contacts, hours, documents.</summary>
internal static class WorkTables
{
    public static readonly string[] DocumentKinds =
    [
        "letter",
        "request",
        "answer",
        "report",
        "submission",
        "decision",
        "warning",
        "act",
        "application",
        "other",
    ];

    public static TakeoverTable Contacts { get; } =
        new(
            "contacts",
            "day",
            "Meetings, calls and visits, held or planned.",
            Id("The old system's own id of the contact."),
            Reference("clientId", "Id in clients.").Must(),
            Reference("sectionId", "Id in sections, of the same client."),
            Code("kind", ContactKindCodes, "What it was.").Must(),
            Day("day", "The day; in the future only when planned.").Must(),
            new("time", FieldKind.Time, 5, "09:30", "The time in Riga; empty: taken with a mark."),
            Whole("minutes", 1440, "30", "How long."),
            Text("place", 300, "Jelgavas nodaļa", "Where."),
            Text("staff", 60, "jberzina", "The old system's code of the officer, mapped in staff."),
            Code("state", ContactStates, "What became of it.").Must(),
            Flag("complied", "The client did what was to be done; of a contact held."),
            Code("absence", Plus.Shared.Contacts.Kinds.ContactKinds.AbsenceReasons, "Of a contact missed."),
            Text("note", 10_000, "Ieradās laikā.", "The note.")
        );

    public static TakeoverTable Hours { get; } =
        new(
            "hours",
            "day",
            "Work of one section on one day; two entries of one day are added up before.",
            Id("The old system's own id of the entry."),
            Reference("sectionId", "Id in sections, of community work.").Must(),
            Past("day", "The day of the work.").Must(),
            Whole("minutes", 1440, "240", "Minutes credited.").Must(),
            Whole("refusedMinutes", 1440, "0", "Minutes worked and not credited."),
            Text("host", 11, "40003521600", "Registration number of the host employer."),
            Text("staff", 60, "jberzina", "The old system's code of the officer, mapped in staff.")
        );

    public static TakeoverTable Documents { get; } =
        new(
            "documents",
            "registeredOn",
            "Documents of the case file: what is known of them, not the files.",
            Id("The old system's own id of the document."),
            Reference("clientId", "Id in clients.").Must(),
            Reference("sectionId", "Id in sections, of the same client."),
            Code("kind", DocumentKinds, "What kind of document.").Must(),
            Code("direction", ["incoming", "outgoing", "internal"], "Whence and whither.").Must(),
            Text("number", 100, "7-12/345", "Registration number."),
            Past("registeredOn", "Day of registration.").Must(),
            Text("titleCode", 100, "ATG-02", "The old system's code of the title or the template."),
            new("sha256", FieldKind.Hash, 64, new string('a', 64), "Hash of the file."),
            Text("externalReference", 300, "DVS:2009/345", "Where the file lies.")
        );
}
