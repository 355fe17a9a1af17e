using Plus.Law.Incidents;
using Plus.Law.Sections;
using Plus.Law.Tasks;

namespace Plus.Law.Tests.Incidents;

public sealed class IncidentTaskTests
{
    private static readonly DateOnly Happened = Days.D("02.03.2026");
    private static readonly LiveIncident Bare = new("i", Happened, Days.D("05.03.2026"), []);

    [Fact]
    public void Incident_WithNothingDecided_IsToBeReviewedByItsDay()
    {
        var task = Assert.Single(Of(SectionState.Active, Bare));

        Assert.Equal((TaskKinds.IncidentReview, "i", Days.D("05.03.2026")), (task.Kind, task.Key, task.DueOn));
    }

    [Fact]
    public void Measures_AreDueEachByItsDay_AndWhenAllHaveEndedTheIncidentIsToBeClosed()
    {
        var measures = new[]
        {
            new IncidentMeasureDue("a", Days.D("10.03.2026"), null),
            new IncidentMeasureDue("b", Days.D("09.03.2026"), Days.D("08.03.2026")),
        };
        var open = Assert.Single(Of(SectionState.Active, Bare with { Measures = measures }));
        Assert.Equal((TaskKinds.IncidentMeasure, "a", Days.D("10.03.2026")), (open.Kind, open.Key, open.DueOn));

        measures[0] = measures[0] with { EndedOn = Days.D("11.03.2026") };
        var closing = Assert.Single(Of(SectionState.Active, Bare with { Measures = measures }));
        Assert.Equal((TaskKinds.IncidentClosing, Days.D("11.03.2026")), (closing.Kind, closing.DueOn));
    }

    [Fact]
    public void Incident_OutlivesTheClosedSection_NotTheAnnulledOne()
    {
        Assert.Single(Of(SectionState.Closed, Bare));
        Assert.Empty(Of(SectionState.Annulled, Bare));
        Assert.Empty(Of(SectionState.Closed));
    }

    private static IReadOnlyList<DueTask> Of(SectionState state, params LiveIncident[] incidents) =>
        TaskRules.For(
            new SectionFacts
            {
                Measure = MeasureCode.CommunityWork,
                State = state,
                ReceivedOn = Days.D("01.02.2026"),
                CaseCreatedOn = Days.D("01.02.2026"),
                RegisteredOn = Days.D("10.02.2026"),
                Incidents = incidents,
            },
            Days.D("03.03.2026"),
            Days.Standard,
            Days.Embedded
        );
}
