using Plus.Law.Identity;

namespace Plus.Law.Tests.Identity;

public sealed class PersonMatchingTests
{
    private const string Old = "161175-19997";
    private const string New = "326734-12345";

    private static readonly KnownPerson<int> Known = new(
        1,
        new PersonName("Rūdolfs", "Kalniņš"),
        [new PersonName("Rūdolfs", "Bērziņš")],
        [PersonalCode.Parse(Old), PersonalCode.Parse(New)],
        Days.D("16.11.1975")
    );

    private static readonly KnownPerson<int> WithoutCode = Known with { Key = 2, Codes = [] };

    private static MatchDecision<int> Decide(
        string? code,
        string? birth,
        string given,
        string surname,
        params KnownPerson<int>[] known
    ) =>
        PersonMatching.Decide(
            new IncomingPerson(
                new PersonName(given, surname),
                code is null ? null : PersonalCode.Parse(code),
                Days.MaybeD(birth)
            ),
            known
        );

    [Theory]
    [InlineData(Old, "RUDOLFS", "kalnins")]
    [InlineData(New, "Rūdolfs", "Kalniņš")]
    [InlineData(Old, "Rūdolfs", "Bērziņš")]
    public void Code_AnyOfThePersons_WithBirthAndName_IsTheSameClient(string code, string given, string surname) =>
        Assert.Equal(
            new MatchDecision<int>.SameClient(1),
            Decide(code, "16.11.1975", given, surname, Known, WithoutCode)
        );

    [Fact]
    public void Code_WithANewSurname_IsTheSameClientWithNameHistory() =>
        Assert.Equal(
            new MatchDecision<int>.SameClientNewSurname(1),
            Decide(Old, "16.11.1975", "Rūdolfs", "Jaunuzvārdiņš", Known)
        );

    [Theory]
    [InlineData("17.11.1975", "Rūdolfs", "Kalniņš")]
    [InlineData(null, "Rūdolfs", "Kalniņš")]
    [InlineData("16.11.1975", "Valdis", "Kalniņš")]
    [InlineData("16.11.1975", "Valdis", "Ozols")]
    public void Code_WithOtherBirthOrGivenName_IsForAHuman(string? birth, string given, string surname) =>
        Assert.Equal([1], MustConfirm(Decide(Old, birth, given, surname, Known)));

    [Theory]
    [InlineData("399999-99999", "Kalniņš")]
    [InlineData(null, "kalnins")]
    [InlineData(null, "Bērziņš")]
    public void NoKnownCode_ButBirthAndName_IsForAHuman(string? code, string surname) =>
        Assert.Equal([1, 2], MustConfirm(Decide(code, "16.11.1975", "Rūdolfs", surname, Known, WithoutCode)));

    [Theory]
    [InlineData("399999-99999", "17.11.1975", "Rūdolfs", "Kalniņš")]
    [InlineData(null, "16.11.1975", "Rūdolfs", "Ozols")]
    [InlineData(null, "16.11.1975", "Valdis", "Kalniņš")]
    [InlineData(null, null, "Rūdolfs", "Kalniņš")]
    public void Otherwise_IsANewClient(string? code, string? birth, string given, string surname) =>
        Assert.IsType<MatchDecision<int>.NewClient>(Decide(code, birth, given, surname, Known, WithoutCode));

    [Fact]
    public void Code_HeldByTwoClients_IsForAHuman() =>
        Assert.Equal(
            [1, 3],
            MustConfirm(Decide(Old, "16.11.1975", "Rūdolfs", "Kalniņš", Known, Known with { Key = 3 }))
        );

    [Fact]
    public void Code_HeldByTwoClientsOfOtherNames_IsForAHumanToo() =>
        Assert.Equal([1, 3], MustConfirm(Decide(Old, "17.11.1975", "Valdis", "Ozols", Known, Known with { Key = 3 })));

    [Fact]
    public void UnknownBirthDates_OnBothSides_AreNotEqual() =>
        Assert.IsType<MatchDecision<int>.NewClient>(
            Decide(null, null, "Rūdolfs", "Kalniņš", WithoutCode with { BirthDate = null })
        );

    private static IReadOnlyList<int> MustConfirm(MatchDecision<int> decision) =>
        Assert.IsType<MatchDecision<int>.MatchToConfirm>(decision).Candidates;
}
