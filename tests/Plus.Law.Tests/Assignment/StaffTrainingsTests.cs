using Plus.Law.Assignment;

namespace Plus.Law.Tests.Assignment;

public sealed class StaffTrainingsTests
{
    [Theory]
    [InlineData(10, false, "")]
    [InlineData(11, false, "childRights cans")]
    [InlineData(25, false, "childRights cans")]
    [InlineData(26, false, "")]
    [InlineData(26, true, "sexualOffence")]
    [InlineData(16, true, "childRights cans sexualOffence")]
    [InlineData(null, false, "")]
    [Law("Dienesta prakse", "assignment.youth_from_age")]
    [Law("Dienesta prakse", "assignment.youth_to_age")]
    public void Wanted_OfAClient_FollowsAgeAndOffence(int? age, bool sexual, string wanted) =>
        Assert.Equal(wanted, string.Join(' ', StaffTrainings.Wanted(age, sexual, Days.D("01.06.2026"), Days.Embedded)));

    [Theory]
    [InlineData("childRights", "15.03.2024", null, "15.03.2026")]
    [InlineData("cans", "29.02.2024", null, "28.02.2025")]
    [InlineData("cans", "01.02.2024", "31.12.2026", "31.12.2026")]
    [InlineData("sexualOffence", "01.02.2010", null, null)]
    [Law("MK noteikumi Nr. 241 (2024)", "staff_training.child_rights_years")]
    [Law("Dienesta prakse", "staff_training.cans_years")]
    public void ValidTo_OfATraining_IsWhatTheCertificateSays_ElseByItsKind(
        string kind,
        string held,
        string? named,
        string? last
    ) =>
        Assert.Equal(
            Days.MaybeD(last),
            StaffTrainings.ValidTo(new HadTraining(kind, Days.D(held), Days.MaybeD(named)), Days.Embedded)
        );

    [Fact]
    public void ValidOn_TheLastDay_IsGood_AndTheNextOneIsNot()
    {
        HadTraining[] had = [new("cans", Days.D("10.05.2025"), null), new("childRights", Days.D("11.05.2026"), null)];

        Assert.Equal(["cans"], StaffTrainings.ValidOn(Days.D("10.05.2026"), had, Days.Embedded));
        Assert.Equal(["childRights"], StaffTrainings.ValidOn(Days.D("11.05.2026"), had, Days.Embedded));
    }
}
