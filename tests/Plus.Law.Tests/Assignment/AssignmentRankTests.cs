using Plus.Law.Assignment;
using Plus.Law.Rules;

namespace Plus.Law.Tests.Assignment;

public sealed class AssignmentRankTests
{
    private static readonly DateOnly Today = Days.D("15.04.2026");

    private static AssignmentCandidate Person(string name, int sections = 10, params string[] trainings) =>
        new(name, sections, trainings, false, false, null);

    private static string Order(AssignmentCase wanted, params AssignmentCandidate[] people) =>
        string.Concat(AssignmentRank.Of(wanted, people, Today, Days.Embedded).Select(r => r.Candidate.Reference));

    [Fact]
    [Law("Valsts probācijas dienesta likums", "assignment.order")]
    public void Order_IsByPresenceOtherSectionAgeAcquaintanceAndLoad()
    {
        var adult = new AssignmentCase(false, 40);
        Assert.Equal("ab", Order(adult, Person("b", 12), Person("a", 11)));
        Assert.Equal("ba", Order(adult, Person("a", 11), Person("b", 12) with { ManagedBefore = true }));
        Assert.Equal(
            "cb",
            Order(adult, Person("b", 1) with { ManagedBefore = true }, Person("c", 90) with { ManagesOther = true })
        );
        Assert.Equal(
            "ba",
            Order(adult, Person("a", 1) with { AwayUntil = Days.D("20.04.2026"), ManagesOther = true }, Person("b", 9))
        );
        Assert.Equal(
            "ba",
            Order(
                new AssignmentCase(false, 25),
                Person("a", 1),
                Person("b", 9, StaffTrainings.ChildRights, StaffTrainings.Cans)
            )
        );
        Assert.Equal(
            "ab",
            Order(
                new AssignmentCase(false, 26),
                Person("a", 1),
                Person("b", 9, StaffTrainings.ChildRights, StaffTrainings.Cans)
            )
        );
    }

    [Fact]
    [Law("Dienesta noteikums", "assignment.sexual_offences")]
    public void SexualOffence_GoesToTrainedPeopleAlone_WhileTheRuleHolds()
    {
        var wanted = new AssignmentCase(true, 40);
        var people = new[] { Person("a", 1), Person("b", 9, StaffTrainings.SexualOffence) };
        var ranked = AssignmentRank.Of(wanted, people, Today, Days.Embedded);
        Assert.Equal(("b", false), (ranked[0].Candidate.Reference, ranked[0].Refused));
        Assert.Equal(("a", true), (ranked[1].Candidate.Reference, ranked[1].Refused));
        Assert.Contains(ranked[1].Marks, m => m is { Code: AssignmentRank.Untrained, Speaks: false });

        var without = Days.Override(ParameterCodes.SexualOffenceNeedsTraining, 0);
        Assert.DoesNotContain(AssignmentRank.Of(wanted, people, Today, without), r => r.Refused);
    }
}
