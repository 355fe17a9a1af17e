using Plus.Host.Demo.People;
using Plus.Law.Identity;
using Plus.Law.Sections;
using Plus.Shared.Clients.Records;

namespace Plus.Host.Demo.Records;

/// <summary>Education, employment, disability and dependants, as they go with age and with what else is known.</summary>
internal sealed class LivingWriter(DemoRandom chance)
{
    private const int AdultFrom = 18;
    private const int GrownUpFrom = 26;
    private const int PensionFrom = 65;

    /// <summary>Writes it; what is to be known of health comes back apart, null when there is nothing.</summary>
    public ClientHealth? Write(Client client, DemoPerson person)
    {
        var age = PersonAge.AgeOn(person.Born, person.KnownFrom);
        int? disability = chance.Percent(age < AdultFrom ? 1 : 4) ? chance.Between(1, 3) : null;
        int? dependants = age >= AdultFrom && chance.Percent(30) ? chance.Between(1, 4) : null;
        client.LivesWith(Education(age), Employment(person, age, disability), dependants);
        return disability is null ? null : new ClientHealth(client.Id, disability, null, client.CreatedAt);
    }

    private string Education(int age) =>
        age < AdultFrom ? Of(("none", 40), ("basic", 54), ("special", 6))
        : age < GrownUpFrom
            ? Of(("none", 4), ("basic", 40), ("special", 4), ("secondary", 27), ("vocational", 22), ("higher", 3))
        : Of(("none", 2), ("basic", 30), ("special", 3), ("secondary", 28), ("vocational", 30), ("higher", 7));

    private string Employment(DemoPerson person, int age, int? disability)
    {
        // What the conditions of work say of the person, their file says as well.
        var status = person.Records.FirstOrDefault(r => r.Measure == MeasureCode.CommunityWork)?.WorkStatus;
        if (status == "works")
        {
            return chance.Percent(92) ? "employed" : "selfEmployed";
        }

        if (age < AdultFrom || status == "studies")
        {
            return age < AdultFrom && chance.Percent(7) ? "unemployed" : "student";
        }

        if (disability == 1)
        {
            return "inactive";
        }

        if (age >= PensionFrom)
        {
            return "retired";
        }

        if (status is null && chance.Percent(46))
        {
            return chance.Percent(92) ? "employed" : "selfEmployed";
        }

        return disability is not null ? Of(("inactive", 70), ("unemployedRegistered", 30))
            : person.Male ? Of(("unemployed", 62), ("unemployedRegistered", 34), ("imprisoned", 3), ("childcare", 1))
            : Of(("unemployed", 45), ("unemployedRegistered", 33), ("imprisoned", 1), ("childcare", 21));
    }

    private string Of(params (string Code, int Weight)[] codes)
    {
        var lot = chance.Below(codes.Sum(c => c.Weight));
        foreach (var (code, weight) in codes)
        {
            if ((lot -= weight) < 0)
            {
                return code;
            }
        }

        return codes[^1].Code;
    }
}
