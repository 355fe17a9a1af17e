using Plus.Host.Demo.Plan;
using Plus.Host.Demo.Words;
using Plus.Kernel.Ids;
using Plus.Law.Sections;

namespace Plus.Host.Demo.People;

/// <summary>Makes persons for records: the age group of each record must hold on the day its age is taken.</summary>
internal sealed class PersonMaker(DemoNames names, IReadOnlyList<DemoOffice> offices, DemoRandom chance)
{
    private readonly IReadOnlyList<DemoOffice> byWeight = [.. offices.SelectMany(o => Enumerable.Repeat(o, o.Weight))];

    /// <summary>A person for records that all belong to the same age group.</summary>
    /// <param name="anyDay">The group must hold on every day of the year, not on one day only.</param>
    public DemoPerson For(int year, IReadOnlyList<DemoRecord> records, bool anyDay)
    {
        var record = records[0];
        var male = record.Male ?? (records.Any(r => r.Sexual) || chance.Percent(88));
        var person = Make(male, anyDay ? Safe(year, record) : OnDay(year, record), chance.One(byWeight));
        foreach (var of in records)
        {
            Belongs(person, of);
        }

        return person;
    }

    public static void Belongs(DemoPerson person, DemoRecord record)
    {
        record.Person = person;
        person.Records.Add(record);
        person.KnownFrom = record.OpenedOn < person.KnownFrom ? record.OpenedOn : person.KnownFrom;
    }

    public DemoPerson Make(bool male, DateOnly born, DemoOffice office)
    {
        var surname = chance.One(names.Surnames);
        return new DemoPerson
        {
            Id = ClientId.New(),
            CaseId = CaseId.New(),
            Male = male,
            Born = born,
            GivenName = Given(male),
            Surname = male ? surname[0] : surname[1],
            Office = office,
        };
    }

    /// <summary>Another person with the name and birth date of a known one, in place of one who has not been written yet.</summary>
    public DemoPerson Like(DemoPerson known, DemoPerson instead)
    {
        var twin = new DemoPerson
        {
            Id = instead.Id,
            CaseId = instead.CaseId,
            Male = known.Male,
            Born = known.Born,
            GivenName = known.GivenName,
            Surname = known.Surname,
            Office = chance.Percent(50) ? known.Office : instead.Office,
        };
        foreach (var record in instead.Records)
        {
            Belongs(twin, record);
        }

        return twin;
    }

    private string Given(bool male)
    {
        var of = male ? names.Male : names.Female;
        var first = chance.One(of);
        return chance.Percent(4) ? first + " " + chance.One(of) : first;
    }

    /// <summary>A birthday with which the group holds from 1 January to 31 December.</summary>
    private DateOnly Safe(int year, DemoRecord record) =>
        record.Age switch
        {
            DemoAge.Child => chance.Day(new(year - 17, 1, 1), new(year - Youngest(record.Measure), 6, 30)),
            DemoAge.Youth => chance.Day(new(year - 25, 1, 1), new(year - 19, 12, 31)),
            _ => chance.Day(new(year - 27 - Decades(), 1, 1), new(year - 27, 12, 31)),
        };

    /// <summary>A birthday with which the group holds on the later of the opening day and 1 January.</summary>
    private DateOnly OnDay(int year, DemoRecord record)
    {
        var first = new DateOnly(year, 1, 1);
        var day = record.OpenedOn > first ? record.OpenedOn : first;
        return record.Age switch
        {
            DemoAge.Child => chance.Day(day.AddYears(-18).AddDays(1), day.AddYears(-Youngest(record.Measure) - 1)),
            DemoAge.Youth => chance.Day(day.AddYears(-26).AddDays(1), day.AddYears(-18).AddDays(-1)),
            _ => chance.Day(day.AddYears(-27 - Decades()), day.AddYears(-26).AddDays(-1)),
        };
    }

    private int Decades()
    {
        var lot = chance.Below(100);
        return lot < 35 ? 8
            : lot < 65 ? 18
            : lot < 88 ? 30
            : 46;
    }

    private static int Youngest(string measure) =>
        measure is MeasureCode.EducationalCommunityWork or MeasureCode.ProbationObservation ? 12 : 15;
}
