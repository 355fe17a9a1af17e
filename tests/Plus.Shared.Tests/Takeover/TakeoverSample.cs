using System.Globalization;
using System.Text.Json.Nodes;

namespace Plus.Shared.Tests.Takeover;

/// <summary>Small sets of rows; every person is invented.</summary>
internal static class TakeoverSample
{
    /// <summary>Three clients of 2019: community work served, supervision ended, and a mediation; with all around them.</summary>
    public static TakeoverFolder Small()
    {
        var folder = new TakeoverFolder();
        Mappings(folder);
        Client(folder, 1);
        Client(folder, 2);
        Client(folder, 3);
        folder.Add(
            "identifiers",
            "id",
            "i1",
            "clientId",
            "k1",
            "kind",
            "foreign",
            "value",
            "LT-99",
            "recordedOn",
            "2018-05-04"
        );
        folder.Add(
            "names",
            "id",
            "n1",
            "clientId",
            "k2",
            "givenName",
            "Anna",
            "surname",
            "Vecā; \"īstā\"",
            "recordedOn",
            "2015-02-03"
        );
        folder.Add(
            "addresses",
            "id",
            "a1",
            "clientId",
            "k2",
            "kind",
            "actual",
            "text",
            "Lauku iela 1, Tukums",
            "recordedOn",
            "2019-02-03"
        );
        Basis(folder, 1, "courtRuling", "175(2)");
        Basis(folder, 2, "courtRuling", "168^1(3)");
        Basis(folder, 3, "mediationRequest", null);
        Work(folder, 1);
        folder.Add(
            "sections",
            "id",
            "s2",
            "clientId",
            "k2",
            "baseId",
            "b2",
            "measure",
            "suspendedSentence",
            "openedOn",
            "2019-03-04",
            "registeredOn",
            "2019-03-06",
            "termStartsOn",
            "2019-03-01",
            "termEndsOn",
            "2020-03-01",
            "closedOn",
            "2019-12-10",
            "outcome",
            "completed_successfully",
            "office",
            "JEL1",
            "staff",
            "vecais",
            "testMonths",
            12,
            "imprisonmentMonths",
            6
        );
        folder.Add(
            "sections",
            "id",
            "s3",
            "clientId",
            "k3",
            "baseId",
            "b3",
            "measure",
            "mediation",
            "openedOn",
            "2019-06-04",
            "closedOn",
            "2019-08-01",
            "outcome",
            "settlement_reached",
            "office",
            "JEL1",
            "mediator",
            "volunteer",
            "agreementOn",
            "2019-07-30"
        );
        folder.Add(
            "contacts",
            "id",
            "c1",
            "clientId",
            "k2",
            "sectionId",
            "s2",
            "kind",
            "office",
            "day",
            "2019-04-02",
            "time",
            "09:30",
            "minutes",
            30,
            "state",
            "held",
            "complied",
            true,
            "staff",
            "vecais",
            "note",
            "Ieradās laikā.\nRunāja par darbu."
        );
        folder.Add(
            "contacts",
            "id",
            "c2",
            "clientId",
            "k2",
            "sectionId",
            "s2",
            "kind",
            "phone",
            "day",
            "2019-05-02",
            "state",
            "missed",
            "absence",
            "justified",
            "staff",
            "vecais"
        );
        for (var i = 0; i < 10; i++)
        {
            Hours(folder, i, "s1", new DateOnly(2019, 4, 1).AddDays(i), 120);
        }

        folder.Add(
            "documents",
            "id",
            "d1",
            "clientId",
            "k1",
            "sectionId",
            "s1",
            "kind",
            "letter",
            "direction",
            "outgoing",
            "number",
            "7-12/345",
            "registeredOn",
            "2019-03-20",
            "titleCode",
            "ATG-02",
            "sha256",
            new string('A', 64),
            "externalReference",
            "DVS:2019/345"
        );
        return folder;
    }

    public static void Mappings(TakeoverFolder folder)
    {
        folder.Add("offices", "id", "JEL1", "office", "ZE-JE1");
        folder.Add("staff", "id", "vecais", "userName", null);
    }

    public static JsonObject Client(TakeoverFolder folder, int number, int year = 2019) =>
        folder.Add(
            "clients",
            "id",
            $"k{number}",
            "caseNumber",
            $"{year}-{number:0000}",
            "givenName",
            "Jānis",
            "surname",
            Surname(number),
            "birthDate",
            new DateOnly(1975, 1, 1).AddDays(number % 9000),
            "personalCode",
            Code(number),
            "sex",
            "M",
            "citizenship",
            "LVA",
            "registeredOn",
            new DateOnly(year, 1, 2).AddDays(number % 300),
            "declaredAddress",
            "Liepu iela 3, Jelgava",
            "phone",
            "+371 20000000"
        );

    public static JsonObject Basis(TakeoverFolder folder, int number, string kind, string? offences, int year = 2019) =>
        folder.Add(
            "bases",
            "id",
            $"b{number}",
            "clientId",
            $"k{number}",
            "kind",
            kind,
            "number",
            $"K{number:000000}",
            "issuedOn",
            new DateOnly(year, 2, 1),
            "inForceOn",
            new DateOnly(year, 2, 12),
            "issuerKind",
            kind == "mediationRequest" ? "police" : "court",
            "issuerName",
            "Jelgavas tiesa",
            "proceedingNo",
            "11095012309",
            "offences",
            offences
        );

    /// <summary>A section of community work with its registration, served by the end of the year.</summary>
    public static JsonObject Work(TakeoverFolder folder, int number, int year = 2019) =>
        folder.Add(
            "sections",
            "id",
            $"s{number}",
            "clientId",
            $"k{number}",
            "baseId",
            $"b{number}",
            "measure",
            "communityWork",
            "openedOn",
            new DateOnly(year, 3, 1),
            "registeredOn",
            new DateOnly(year, 3, 5),
            "closedOn",
            new DateOnly(year, 12, 1),
            "outcome",
            "fully_served",
            "office",
            "JEL1",
            "staff",
            "vecais",
            "role",
            "main",
            "hours",
            120,
            "workStatus",
            "neither"
        );

    public static JsonObject Hours(TakeoverFolder folder, int number, string section, DateOnly day, int minutes) =>
        folder.Add(
            "hours",
            "id",
            $"h{number}",
            "sectionId",
            section,
            "day",
            day,
            "minutes",
            minutes,
            "staff",
            "vecais"
        );

    /// <summary>A code of the new form: no date and no check digit in it.</summary>
    private static string Code(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"32{number:000000000}").Insert(6, "-");

    // Letters only, one name a number, with diacritics.
    private static string Surname(int number)
    {
        var name = "Ķ";
        for (var left = number; left > 0; left /= 20)
        {
            name += "abcdeēfgāhijklmnoprš"[left % 20];
        }

        return name + "iņš";
    }
}
