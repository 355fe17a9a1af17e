using static Plus.Shared.Exchange.Takeover.Contract.FieldLists;

namespace Plus.Shared.Exchange.Takeover.Contract;

/// <summary>Founding documents and the sections opened on them.</summary>
internal static class CaseTables
{
    public static TakeoverTable Bases { get; } =
        new(
            "bases",
            "issuedOn",
            "Rulings, orders, decisions and requests on which sections stand.",
            Id("The old system's own id of the document."),
            Reference("clientId", "Id in clients.").Must(),
            Code("kind", BasisKinds, "What document it is.").Must(),
            Text("number", 100, "K04-0123-09", "Number of the document.").Must(),
            Past("issuedOn", "Day of the document.").Must(),
            Past("inForceOn", "Day on which it came into force; not before issuedOn."),
            Code("issuerKind", IssuerKinds, "Who issued it."),
            Text("issuerName", 300, "Jelgavas tiesa", "Name of the institution."),
            Text("proceedingNo", 40, "11095012309", "Number of the criminal proceedings."),
            new(
                "offences",
                FieldKind.Offences,
                1000,
                "175(2) 168^1(3)",
                "Articles of the Criminal Law, the main one first: article[^superscript][(part)], blanks between."
            )
        );

    public static TakeoverTable Sections { get; } =
        new(
            "sections",
            "openedOn",
            "One row a measure carried out in one function; the function follows from the measure.",
            [
                Id("The old system's own id of the section."),
                Reference("clientId", "Id in clients.").Must(),
                Reference("baseId", "Id in bases.").Must(),
                Code("measure", Measures, "The measure.").Must(),
                Past("openedOn", "First day; not before the birth date.").Must(),
                Past("registeredOn", "The day on which the client registered."),
                Day("termStartsOn", "First day of the term; empty: by the law of the measure."),
                Day("termEndsOn", "Last day of the term, the day counts."),
                Past("closedOn", "Last day; with outcome, and only with it."),
                Code("outcome", Outcomes, "How it ended; an outcome of the measure's function."),
                Code("state", OpenStates, "Of an open section; empty: by registeredOn."),
                Past("annulledOn", "The section was opened in error and counts nowhere."),
                Text("office", 60, "JEL1", "The old system's code of the office, mapped in offices.").Must(),
                Text("staff", 60, "jberzina", "The old system's code of the officer, mapped in staff."),
                Flag("earlierSexualOffence", "An earlier conviction was for a sexual offence."),
                .. MeasureFields(),
            ]
        );

    // What only some measures have; empty elsewhere.
    private static IEnumerable<TakeoverField> MeasureFields() =>
        [
            Code("role", ["main", "additional"], "Of a penalty."),
            Whole("hours", 2000, "120", "Hours of work imposed."),
            Whole("months", 600, "24", "Length of supervision, observation or conditional discharge."),
            Whole("testMonths", 600, "24", "Test period of a suspended sentence."),
            Whole("imprisonmentMonths", 600, "12", "Imprisonment that was suspended or is left."),
            Day("until", "Last day of parole."),
            Past("releasedOn", "Release from prison."),
            Flag("withImprisonment", "The ruling also imposes imprisonment that is served first."),
            Whole("monitoringMonths", 60, "6", "Electronic monitoring set by the court."),
            Past("monitoringFrom", "The device was attached."),
            Past("monitoringTo", "The monitoring ended; not before monitoringFrom."),
            Flag("monitoringToCourt", "The Service asked the court to replace the part not served."),
            Code("purpose", ["sentencing", "parole", "paroleWithElectronicMonitoring"], "Of an assessment report."),
            Day("respondBy", "Day by which the report is wanted."),
            Past("sentOn", "The report went out."),
            Flag("supported", "Of a prison's request: the release was supported."),
            Text("programme", 60, "autokontrole", "Code of the programme."),
            Code("setting", ["community", "prison"], "Where the programme was held."),
            Code("format", ["group", "individual"], "How the programme was held."),
            Flag("online", "The programme was held remotely."),
            Code("workStatus", WorkStatusCodes, "Of community work: what the client did beside it."),
            Code("mediator", ["official", "volunteer"], "Who led the mediation."),
            Past("agreementOn", "The settlement was signed."),
            Flag("victimIdentified", "Of a sexual offence: a victim is identified."),
        ];
}
