using Plus.Law.CommunityWork;
using Plus.Law.Identity;

namespace Plus.Shared.WorkHours.Contract;

/// <summary>Stored codes of what a client does beside the imposed work, and what they mean on a day.</summary>
public static class WorkStatuses
{
    public static IReadOnlyList<string> All { get; } = ["works", "studies", "neither", "basicEducation"];

    /// <summary>
    /// The status on a day: under fifteen by age; basic education counts until eighteen. An unknown code is read as
    /// working, which has the strictest limit for adults.
    /// </summary>
    public static ClientWorkStatus On(string code, DateOnly birthDate, DateOnly day)
    {
        var age = PersonAge.AgeOn(birthDate, day);
        return age < 15 ? ClientWorkStatus.UnderFifteen
            : code == "basicEducation" ? (age < 18 ? ClientWorkStatus.BasicEducation : ClientWorkStatus.Studies)
            : code == "studies" ? ClientWorkStatus.Studies
            : code == "neither" ? ClientWorkStatus.Neither
            : ClientWorkStatus.Works;
    }

    /// <summary>
    /// Last day on which the limits of a child hold: until fifteen, in basic education until eighteen.
    /// </summary>
    public static DateOnly ChildUntil(string code, DateOnly birthDate)
    {
        var years = code == "basicEducation" ? 18 : 15;
        var full = birthDate.AddYears(years);
        return PersonAge.AgeOn(birthDate, full) < years ? full : full.AddDays(-1);
    }
}
