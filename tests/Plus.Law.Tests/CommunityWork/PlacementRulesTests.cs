using Plus.Law.CommunityWork;
using Plus.Law.Rules;

namespace Plus.Law.Tests.CommunityWork;

public sealed class PlacementRulesTests
{
    private const string Service = "Dienesta noteikums";
    private static readonly DateOnly Day = Days.D("15.04.2026");

    private static readonly PlacementClient Adult = new(false, Set(), Set(), Set(), FreeHours.Daytime);

    private static readonly PlacementSite Site = new(
        HostTakesMinors: true,
        HostIsTrained: true,
        RefusedOffences: Set(),
        NearChildren: false,
        Heavy: false,
        Skills: Set(),
        Strains: Set(),
        FreePlaces: [2, 2, 2, 2, 2, 0, 0],
        MeetsSomebody: false,
        IsPriority: false,
        Kilometres: 4
    );

    private static HashSet<string> Set(params string[] codes) => new(codes, StringComparer.Ordinal);

    private static PlacementFit Judge(PlacementClient client, PlacementSite site, LegalParameters? parameters = null) =>
        PlacementRules.Judge(client, site, Day, parameters ?? Days.Embedded);

    public static TheoryData<string, string> Rules =>
        new()
        {
            { PlacementRules.MinorUntrainedHost, ParameterCodes.PlacementMinorNeedsTraining },
            { PlacementRules.MinorsNotTaken, ParameterCodes.PlacementHostLimits },
            { PlacementRules.NearChildren, ParameterCodes.PlacementAwayFromChildren },
            { PlacementRules.OffenceNotTaken, ParameterCodes.PlacementHostLimits },
            { PlacementRules.MustNotMeet, ParameterCodes.PlacementMustNotMeet },
            { PlacementRules.HealthForbids, ParameterCodes.PlacementHealthLimits },
            { PlacementRules.NoFreePlace, ParameterCodes.PlacementFreePlaces },
        };

    [Theory]
    [MemberData(nameof(Rules))]
    [Law(Service, "placement.rules")]
    public void Rule_ThatSpeaksAgainst_RefusesUntilItsParameterIsSwitchedOff(string code, string parameter)
    {
        var (client, site) = code switch
        {
            PlacementRules.MinorUntrainedHost => (Adult with { IsMinor = true }, Site with { HostIsTrained = false }),
            PlacementRules.MinorsNotTaken => (Adult with { IsMinor = true }, Site with { HostTakesMinors = false }),
            PlacementRules.NearChildren => (
                Adult with
                {
                    Offences = Set(OffenceGroups.AgainstChildren),
                },
                Site with
                {
                    NearChildren = true,
                }
            ),
            PlacementRules.OffenceNotTaken => (
                Adult with
                {
                    Offences = Set("violent"),
                },
                Site with
                {
                    RefusedOffences = Set("violent", "drugs"),
                }
            ),
            PlacementRules.MustNotMeet => (Adult, Site with { MeetsSomebody = true }),
            PlacementRules.HealthForbids => (Adult with { HealthLimits = Set("lifting") }, Site with { Heavy = true }),
            _ => (Adult, Site with { FreePlaces = [0, 0, 0, 0, 0, 0, 0] }),
        };

        var fit = Judge(client, site);
        var reason = Assert.Single(fit.Against);
        Assert.Equal(code, reason.Code);
        Assert.True(fit.IsRefused);
        Assert.Equal(Service, reason.Source!.Act);
        Assert.False(Judge(client, site, Days.Override(parameter, 0)).IsRefused);
        Assert.True(Judge(client, site).Score < Judge(Adult, Site).Score);
    }

    [Fact]
    [Law(Service, "placement.rules")]
    public void Site_WithNothingAgainst_IsNotRefused() => Assert.False(Judge(Adult, Site).IsRefused);

    [Fact]
    [Law(Service, "placement.rules")]
    public void Strain_ThatTheHealthDoesNotBear_Refuses() =>
        Assert.True(Judge(Adult with { HealthLimits = Set("dust") }, Site with { Strains = Set("dust") }).IsRefused);

    [Fact]
    [Law(Service, "placement.rank")]
    public void Rank_SkillsDistanceAndPriority_AreReasonsAndRaiseTheScore()
    {
        var skilled = Adult with { Skills = Set("painting") };
        var site = Site with { Skills = Set("painting", "masonry") };

        var fit = Judge(skilled, site);

        Assert.Contains(fit.For, r => r.Code == PlacementRules.SkillFits);
        Assert.Contains(fit.Against, r => r is { Code: PlacementRules.SkillMissing, Binds: false });
        Assert.True(fit.Score > Judge(Adult, site).Score);
        Assert.True(Judge(Adult, Site with { IsPriority = true }).Score > Judge(Adult, Site).Score);
        Assert.True(Judge(Adult, Site).Score > Judge(Adult, Site with { Kilometres = 45 }).Score);
        Assert.Contains(Judge(Adult, Site with { Kilometres = 45 }).Against, r => r.Code == PlacementRules.FarAway);
    }

    [Fact]
    [Law(Service, "placement.rank")]
    public void FreePlaces_OnDaysOnWhichTheClientIsNotFree_DoNotCount()
    {
        IReadOnlyList<FreeSpan> none = [];
        var weekend = Adult with
        {
            Free = new FreeHours([none, none, none, none, none, [new FreeSpan(480, 960)], [new FreeSpan(480, 960)]]),
        };

        Assert.True(Judge(weekend, Site).IsRefused);
        Assert.False(Judge(weekend, Site with { FreePlaces = [0, 0, 0, 0, 0, 1, 0] }).IsRefused);
    }
}
