using Plus.Shared.Access.Delivered;

namespace Plus.Shared.Tests.Access.Walls.Matrix;

/// <summary>
/// Every role opens every page and endpoint of the application with every kind of record it must not see, and asks every
/// table by raw SQL with its own reach. A page that comes tomorrow stands in the endpoint table and is asked too.
/// </summary>
[Trait("Category", "Long")]
public sealed class MatrixTests(MatrixScene scene) : IClassFixture<MatrixScene>
{
    public static TheoryData<string> Roles => [.. DeliveredRoles.Read().Select(r => r.Code), HiddenPeople.PlainRole];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Role_OnNoPage_ByNoSql_SeesWhomItMustNot(string role)
    {
        Assert.True(scene.Routes.All.Count > 140, $"Only {scene.Routes.All.Count} routes are asked.");
        var before = await scene.HashesAsync();

        var leaks = await new MatrixRun(scene, role).AskAllAsync();

        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
        Assert.Equal(before, await scene.HashesAsync());
    }

    /// <summary>A refusal proves nothing where the address leads nowhere for anybody.</summary>
    [Fact]
    public async Task EveryRouteOfAClient_IsOpenedBySomebody()
    {
        var opened = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var role in (string[])["officeHead", "registryClerk", "intakeClerk", "dataProtectionOfficer", "caseManager"]
        )
        {
            opened.UnionWith(await new MatrixRun(scene, role).OpenedAsync(scene.People.All[0]));
        }

        string[] unasked =
        [
            .. scene
                .Routes.All.Where(r => r.OfClients && r.Methods.Contains("GET"))
                .Select(r => r.Text)
                .Except(opened)
                .Order(StringComparer.Ordinal),
        ];
        // A route that comes tomorrow must be opened by somebody or stand in the list.
        var open = unasked.Except(Unreached, StringComparer.Ordinal).ToList();
        Assert.True(open.Count == 0, string.Join('\n', open));
    }

    // Need a pair of people, a template, a file's bytes, a state or a section of another function that the planted people do
    // not have: the tests of their rooms open them. They are asked here too, and show nobody.
    private static readonly string[] Unreached =
    [
        "/api/hosts/v1/clients/{client:guid}/days/{day}",
        "/applications/{id:guid}/contest",
        "/applications/{id:guid}/happened",
        "/applications/{id:guid}/serve",
        "/applications/{id:guid}/stay",
        "/breaches/steps/{id:guid}/decide",
        "/clients/duplicates/{id:guid}",
        "/clients/{id:guid}/documents/make/{template:guid}",
        "/contacts/group/{id:guid}",
        "/contacts/{id:guid}/then",
        "/documents/bulk/{id:guid}",
        "/documents/nomenclature/{id:guid}",
        "/documents/templates/versions/{id:guid}",
        "/documents/templates/versions/{id:guid}/try",
        "/documents/templates/{id:guid}",
        "/documents/{id:guid}/compare",
        "/documents/{id:guid}/move",
        "/documents/{id:guid}/pdf",
        "/documents/{id:guid}/recovered/{save:guid}",
        "/documents/{id:guid}/versions/{ordinal:int}",
        "/documents/{id:guid}/versions/{ordinal:int}/signatures",
        "/functions/assessment_reports/{id:guid}/facts",
        "/functions/community_work/{id:guid}/facts",
        "/functions/conditional_discharge/{id:guid}/facts",
        "/functions/educational_community_work/{id:guid}/facts",
        "/functions/mediation/{id:guid}/facts",
        "/functions/probation_observation/{id:guid}/child",
        "/functions/probation_observation/{id:guid}/child/duties/{duty:guid}",
        "/functions/probation_observation/{id:guid}/child/duty",
        "/functions/probation_observation/{id:guid}/child/report",
        "/functions/probation_observation/{id:guid}/child/report-due",
        "/functions/probation_observation/{id:guid}/child/school",
        "/functions/probation_observation/{id:guid}/facts",
        "/functions/probation_supervision/{id:guid}/facts",
        "/functions/programmes/{id:guid}/facts",
        "/functions/supervision/{id:guid}/monitoring/employment",
        "/functions/supervision/{id:guid}/monitoring/intensify",
        "/mailroom/{id:guid}/files/{file:guid}",
        "/monitoring/alarms/{id:guid}",
        "/obligations/{id:guid}/protected",
        "/reminders/{id:guid}",
        "/sections/{id:guid}/closing-letter",
        "/sections/{id:guid}/opportunities/put-off",
        "/sections/{id:guid}/plan/child",
        "/sections/{id:guid}/plan/goals/{goal:guid}/step",
        "/sections/{id:guid}/plan/needs/{need:guid}/goal",
        "/sections/{id:guid}/plan/needs/{need:guid}/stage",
        "/sections/{id:guid}/plan/versions/{number:int}",
        "/sections/{id:guid}/term/change",
        "/sections/{id:guid}/term/withdraw/{change:guid}",
        "/support/consultations/{id:guid}",
        "/support/consultations/{id:guid}/end",
        "/support/consultations/{id:guid}/session",
        "/support/contracts/{id:guid}",
        "/support/contracts/{id:guid}/amend",
        "/support/contracts/{id:guid}/months/{month}",
        "/support/contracts/{id:guid}/months/{month}/invoice",
        "/support/invoices/{id:guid}",
        "/support/invoices/{id:guid}/decide",
        "/support/invoices/{id:guid}/pay",
        "/support/providers/{id:guid}",
        "/support/providers/{id:guid}/contracts/new",
        "/support/providers/{id:guid}/edit",
        "/support/rehabilitation/{id:guid}",
        "/support/rehabilitation/{id:guid}/absence",
        "/support/rehabilitation/{id:guid}/cancel",
        "/support/rehabilitation/{id:guid}/enter",
        "/support/rehabilitation/{id:guid}/leave",
        "/transport-costs/payments/{id:guid}",
        "/transport-costs/tickets/{id:guid}",
        "/work-hours/schedules/{id:guid}",
        "/{work:work}/{section:guid}/child",
        "/{work:work}/{section:guid}/child/schedule",
        "/{work:work}/{section:guid}/reports",
    ];
}

/// <summary>The normal suite's share of the matrix: one role, the people closed to it, every address read once.</summary>
public sealed class SmallMatrixTests(MatrixScene scene) : IClassFixture<MatrixScene>
{
    [Fact]
    public async Task CaseManager_OnNoPage_SeesWhoIsClosed()
    {
        var leaks = await new MatrixRun(scene, HiddenPeople.PlainRole) { Small = true }.AskAllAsync();

        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
    }
}
