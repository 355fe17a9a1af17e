using System.Globalization;
using Plus.Host.Demo.People;
using Plus.Host.Demo.Plan;
using Plus.Host.Demo.Storage;
using Plus.Host.Demo.Words;
using Plus.Kernel.Time;
using Plus.Law.Identity;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;

namespace Plus.Host.Demo.Records;

/// <summary>Writes persons: the client, everything dated about them, and their one case.</summary>
internal sealed class PersonWriter(
    CopyStore store,
    DemoProcesses processes,
    PersonalCodes codes,
    DemoNames names,
    DemoWords words,
    DemoCalendar calendar,
    DemoRandom chance
)
{
    private readonly LivingWriter living = new(chance);

    private static readonly string[] Citizenships =
    [
        "LVA",
        "LVA",
        "LVA",
        "LVA",
        "LVA",
        "LVA",
        "LVA",
        "LVA",
        "RUS",
        "LTU",
        "UKR",
        "EST",
        "BLR",
    ];

    /// <summary>The highest running part of a case number given so far.</summary>
    public int LastNumber { get; private set; }

    /// <summary>Writes a new person; the process that comes next tells of them.</summary>
    public void Write(DemoPerson person)
    {
        person.IsNew = false;
        var at = PlusClock.InstantOf(person.KnownFrom, new TimeOnly(9, chance.Below(60)));
        var client = new Client(person.Id, person.GivenName, person.Surname, person.Born, person.Male ? "M" : "F")
        {
            CreatedAt = at,
        };
        var foreign = chance.Percent(3);
        client.Describe(
            foreign ? chance.One(Citizenships) : "LVA",
            chance.Percent(62) ? ["lv"]
                : chance.Percent(70) ? ["lv", "ru"]
                : ["ru", "lv"],
            foreign && chance.Percent(60)
        );
        var health = living.Write(client, person);
        client.WarnStaff(chance.Below(1000) < 12 ? chance.One(words.Risks) : null);
        Keep(client);
        if (health is not null)
        {
            // Apart, as the record is: the history that everybody reads says nothing of it.
            store.Add(health);
        }

        WriteCase(person);
        WriteCodes(person);
        WriteNames(person);
        WriteReach(person);
        if (person.Born.AddYears(18) > person.KnownFrom)
        {
            WriteParent(person);
        }

        WriteConvictions(person);
    }

    private void WriteCase(DemoPerson person)
    {
        LastNumber++;
        var number = string.Create(CultureInfo.InvariantCulture, $"{person.KnownFrom.Year:0000}-{LastNumber:000000}");
        var file = new Case(person.CaseId, person.Id, number, person.KnownFrom);
        var formed = calendar.Add(person.KnownFrom, chance.Between(0, 2));
        person.File = file;
        person.FormedOn = person.Records.Exists(r => r.Fresh) ? null : formed;
        Keep(file);
    }

    private void WriteCodes(DemoPerson person)
    {
        var code = codes.For(person.Born);
        var from = person.Born;
        if (chance.Percent(5))
        {
            var old = new ClientIdentifier(person.Id, IdentifierKind.PersonalCode, code, from, "PMLP");
            var swapped = chance.Day(new(2017, 7, 3), person.KnownFrom.AddDays(-30));
            if (swapped > from && swapped < person.KnownFrom)
            {
                old.End(swapped.AddDays(-1));
                Keep(old);
                (code, from) = (codes.Random(), swapped);
            }
        }

        Keep(new ClientIdentifier(person.Id, IdentifierKind.PersonalCode, code, from, "PMLP"));
    }

    private void WriteNames(DemoPerson person)
    {
        if (!person.Male && chance.Percent(15))
        {
            var before = chance.One(names.Surnames)[1];
            Keep(new ClientName(person.Id, person.GivenName, before, person.Born, "PMLP"));
        }

        Keep(new ClientName(person.Id, person.GivenName, person.Surname, person.KnownFrom, "PMLP"));
    }

    private void WriteReach(DemoPerson person)
    {
        var office = person.Office;
        Keep(
            new ClientAddress(
                person.Id,
                AddressKind.Declared,
                office.Territory.Length == 0 ? null : office.Territory,
                Address(office),
                person.KnownFrom,
                "PMLP"
            )
        );
        if (chance.Percent(15))
        {
            Keep(new ClientAddress(person.Id, AddressKind.Actual, null, Address(office), person.KnownFrom, "klients"));
        }

        if (chance.Percent(86))
        {
            var phone = new ClientReach(person.Id, ReachKind.Phone, Phone(), person.KnownFrom, "klients");
            // Most let themselves be reminded; by the number, so that chance stays as it was.
            if (phone.SearchKey[^1] is not ('3' or '8'))
            {
                phone.Consent(person.KnownFrom);
            }

            Keep(phone);
        }

        if (chance.Percent(22))
        {
            var user =
                NameFolding.Fold(person.GivenName).Replace(' ', '.')
                + chance.Between(10, 9999).ToString(CultureInfo.InvariantCulture);
            Keep(new ClientReach(person.Id, ReachKind.Email, user + "@example.lv", person.KnownFrom, "klients"));
        }
    }

    private void WriteParent(DemoPerson person)
    {
        var mother = chance.Percent(75);
        // The parent bears the other or the same form of the child's surname.
        var pair = names.Surnames.First(s => s[person.Male ? 0 : 1] == person.Surname);
        var parent = new RelatedPerson(
            person.Id,
            mother ? "mother" : "father",
            chance.One(mother ? names.Female : names.Male),
            pair[mother ? 1 : 0],
            true
        );
        parent.IdentifiedBy(null, chance.Day(person.Born.AddYears(-40), person.Born.AddYears(-19)));
        parent.ReachableBy(Phone(), null);
        Keep(parent);
        person.Representative = parent.Id;
    }

    private void WriteConvictions(DemoPerson person)
    {
        if (person.EarlierSexualConviction)
        {
            Keep(Conviction(person, "160", null));
        }

        if (person.Born.AddYears(20) < person.KnownFrom && chance.Percent(28))
        {
            Keep(Conviction(person, chance.One(["175", "180", "262", "185", "312"]), null));
        }
    }

    private EarlierConviction Conviction(DemoPerson person, string article, int? sup)
    {
        var day = chance.Day(person.Born.AddYears(17), person.KnownFrom.AddDays(-200));
        return new EarlierConviction(
            person.Id,
            day,
            chance.One(words.Courts),
            article,
            sup,
            chance.Between(1, 3),
            "Sodu reģistrs"
        );
    }

    private string Address(DemoOffice office) =>
        $"{chance.One(words.Streets)} {chance.Between(1, 140)}"
        + (chance.Percent(60) ? $"-{chance.Between(1, 90)}" : "")
        + $", {office.Name.Replace(" nodaļa", "", StringComparison.Ordinal)} apkaime";

    private string Phone() => $"+371 2{chance.Between(0, 9_999_999):0000000}";

    private void Keep(object added)
    {
        store.Add(added);
        processes.Changes.Added(added);
    }
}
