using static Plus.Shared.Exchange.Takeover.Contract.FieldLists;

namespace Plus.Shared.Exchange.Takeover.Contract;

/// <summary>Persons and what is dated about them.</summary>
internal static class PersonTables
{
    public static TakeoverTable Clients { get; } =
        new(
            "clients",
            "registeredOn",
            "One row a person of the old system, with what is current.",
            Id("The old system's own id of the person."),
            Text("caseNumber", 20, "2009-000123", "Permanent number of the case; kept. Empty: PLUS gives one."),
            Name("givenName", "Jānis", "Given names.").Must(),
            Name("surname", "Bērziņš", "Present surname.").Must(),
            Past("birthDate", "May be empty only where the personal code holds it."),
            Text("personalCode", 60, "161175-19997", "With or without hyphen. Empty or wrong: taken with a mark."),
            Code("sex", ["M", "F"], "Empty when not known."),
            Text("citizenship", 3, "LVA", "ISO 3166-1 alpha-3."),
            Past("registeredOn", "The day from which the Service has the case.").Must(),
            Text("declaredAddress", 500, "Liepu iela 3-4, Jelgava", "Present declared residence."),
            Text("declaredTerritory", 7, "0005000", "ATVK code of it, seven digits."),
            Text("phone", 60, "+371 20000000", "Present phone."),
            Text("email", 254, "janis@example.lv", "Present e-mail."),
            Past("diedOn", "Day of death.")
        );

    public static TakeoverTable Identifiers { get; } =
        new(
            "identifiers",
            "recordedOn",
            "Earlier and further identifiers of a person.",
            Id("The old system's own id of the row."),
            Reference("clientId", "Id in clients.").Must(),
            Code("kind", IdentifierKinds, "What it is.").Must(),
            Text("value", 60, "161175-19997", "The identifier.").Must(),
            Past("recordedOn", "The day from which it is known.").Must(),
            Past("validTo", "Last day of use."),
            Text("source", 200, "PMLP", "Register or document it is known from.")
        );

    public static TakeoverTable Names { get; } =
        new(
            "names",
            "recordedOn",
            "Earlier names of a person.",
            Id("The old system's own id of the row."),
            Reference("clientId", "Id in clients.").Must(),
            Name("givenName", "Anna", "Given names.").Must(),
            Name("surname", "Kalniņa", "Surname.").Must(),
            Past("recordedOn", "The day of the document that gives the name.").Must(),
            Text("source", 200, "PMLP", "Register or document it is known from.")
        );

    public static TakeoverTable Addresses { get; } =
        new(
            "addresses",
            "recordedOn",
            "Addresses of a person with their days.",
            Id("The old system's own id of the row."),
            Reference("clientId", "Id in clients.").Must(),
            Code("kind", AddressKinds, "What the address is used for.").Must(),
            Text("text", 500, "Liepu iela 3-4, Jelgava", "The address.").Must(),
            Text("territory", 7, "0005000", "ATVK code, seven digits."),
            Past("recordedOn", "The day of the document that gives the address.").Must(),
            Past("validTo", "Last day of use."),
            Text("source", 200, "PMLP", "Register or document it is known from.")
        );
}
