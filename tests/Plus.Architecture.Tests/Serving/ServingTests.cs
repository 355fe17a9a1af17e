using Plus.Architecture.Tests.Documents;
using Plus.Architecture.Tests.Sources;
using Plus.Host;
using Plus.Kernel.Access;
using Plus.Shared.Access.Delivered;
using Plus.Testing.Pages;

namespace Plus.Architecture.Tests.Serving;

public sealed class ServingTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly HashSet<string> Declared = [.. Doors.All.Permissions, PermissionPolicies.Everyone];

    [Fact]
    public async Task Pages_OnTheDisk_AreServed()
    {
        var onDisk = House
            .Pages.Where(p => p.Text.StartsWith("@page", StringComparison.Ordinal))
            .Select(p => p.Path["src/".Length..]);

        Violations.None(EndpointAccess.Unserved(onDisk, await ServedSite.ReadAsync(app)));
    }

    [Fact]
    public void Pages_PlantedUnservedOne_IsFound() =>
        Assert.Equal(
            ["Plus.Shared/B.cshtml"],
            EndpointAccess.Unserved(
                ["Plus.Shared/A.cshtml", "Plus.Shared/B.cshtml"],
                [new ServedEndpoint("/a", "", "Plus.Shared/A.cshtml", ["x"], false)]
            )
        );

    [Fact]
    public async Task Endpoints_NameOnePermissionEach() =>
        Violations.None(EndpointAccess.Violations(await ServedSite.ReadAsync(app), Declared));

    [Fact]
    public void Endpoints_Planted_AreFound()
    {
        ServedEndpoint[] planted =
        [
            new("/none", "", null, [], false),
            new("/two", "", null, ["rules.view", "rules.change"], false),
            new("/strange", "", null, ["rules.dance"], false),
            new("/clients", "", null, [], true),
            new("/good", "", null, ["rules.view"], false),
            new("/login", "", null, [], true),
        ];

        Assert.Equal(4, EndpointAccess.Violations(planted, Declared).Count());
    }

    [Fact]
    public async Task Matrix_InDocs_IsCurrent() =>
        WrittenDocs.MustBeCurrent(
            "docs/role-page-matrix.md",
            RolePageMatrix.Of(await ServedSite.ReadAsync(app), DeliveredRoles.Read())
        );
}
