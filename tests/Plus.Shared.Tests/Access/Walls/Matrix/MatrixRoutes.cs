using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access.Walls.Matrix;

/// <summary>Every page and endpoint of the application's own table, with addresses made of a person's ids.</summary>
internal sealed class MatrixRoutes
{
    private static readonly Dictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        ["function"] = ["supervision", "mediation"],
        ["work"] = ["community-work", "community_work"],
        ["key"] = ["supervision", "sd.clients"],
        ["code"] = ["caseManager"],
        ["table"] = ["view", "process"],
        ["day"] = ["2026-04-15"],
        ["ordinal"] = ["1"],
        ["month"] = ["2026-03"],
        ["kind"] = ["lawyer"],
        ["funding"] = ["all"],
        ["what"] = ["clients"],
    };

    // Its answer goes on for minutes, in numbers of nobody; it has tests of its own.
    private const string Endless = "monitoring/alarms/stream";

    private MatrixRoutes(IReadOnlyList<MatrixRoute> all) => All = all;

    public IReadOnlyList<MatrixRoute> All { get; }

    public static async Task<MatrixRoutes> ReadAsync(PlusApp app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var all = new List<MatrixRoute>();
        foreach (
            var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        )
        {
            var metadata = endpoint.Metadata;
            var page = metadata.GetMetadata<PageActionDescriptor>();
            if (page is not null)
            {
                // A page's own attributes are known once it is loaded.
                metadata = new EndpointMetadataCollection((await loader.LoadAsync(page, metadata)).EndpointMetadata);
            }

            if (
                metadata.GetMetadata<IAllowAnonymous>() is null
                && endpoint.RoutePattern.RawText?.TrimStart('/') is not ("logout" or Endless)
            )
            {
                all.Add(
                    new MatrixRoute(
                        endpoint.RoutePattern,
                        page is not null
                            ? ["GET", "POST"]
                            : [.. endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]],
                        [.. metadata.OfType<RequiresPermissionAttribute>().Select(a => a.Permission)]
                    )
                );
            }
        }

        return new MatrixRoutes([.. all.DistinctBy(r => r.Text + string.Concat(r.Methods))]);
    }

    /// <summary>The addresses of a route that are about this person; one without ids when the route has none.</summary>
    public static IEnumerable<string> Of(MatrixRoute route, HiddenPerson person)
    {
        IEnumerable<string> made = [""];
        var guids = 0;
        var first = "";
        foreach (var segment in route.Pattern.PathSegments)
        {
            var (open, choices) = (made, new List<string> { "" });
            foreach (var part in segment.Parts)
            {
                IReadOnlyList<string> values = part switch
                {
                    RoutePatternLiteralPart literal => [literal.Content],
                    RoutePatternParameterPart { IsOptional: true } or RoutePatternParameterPart { IsCatchAll: true } =>
                    [],
                    RoutePatternParameterPart parameter => Values(parameter, first, person, ref guids),
                    _ => [""],
                };
                choices = [.. choices.SelectMany(c => values.Select(v => c + v))];
            }

            if (choices.Count == 0)
            {
                var optional = segment.Parts.OfType<RoutePatternParameterPart>().Any(p => p.IsOptional || p.IsCatchAll);
                made = optional ? open : [];
                break;
            }

            first = first.Length == 0 ? choices[0] : first;
            made = open.SelectMany(m => choices.Select(c => m + "/" + c));
        }

        return made.Select(m => m.Length == 0 ? "/" : m).Distinct();
    }

    private static IReadOnlyList<string> Values(
        RoutePatternParameterPart parameter,
        string first,
        HiddenPerson person,
        ref int guids
    )
    {
        var constraints = parameter.ParameterPolicies.Select(p => p.Content).ToList();
        if (Words.TryGetValue(parameter.Name, out var words))
        {
            return words;
        }

        if (constraints.Contains("int"))
        {
            return ["2026"];
        }

        if (!constraints.Contains("guid"))
        {
            return ["x"];
        }

        guids++;
        return (guids, first) switch
        {
            (1, "clients") => [Id(person.Client)],
            (1, "sections" or "functions") => [Id(person.Section)],
            (1, "community_work") => [.. person.Planted["community-work"].Select(Id)],
            (1, _) when person.Planted.Contains(first) => [.. person.Planted[first].Select(Id)],
            (1, "contacts") => [.. person.RowsOf("contacts.contact").Select(Id)],
            (> 1, "community-work" or "community_work") => [.. person.Planted[Work(parameter.Name)].Select(Id)],
            (> 1, "mailroom") => [.. person.RowsOf("mailroom.incoming_file").Select(Id), Id(person.Client)],
            (> 1, _) when person.RowsOf(Table(parameter.Name)).ToList() is { Count: > 0 } rows => [Id(rows[0])],
            // Of what a record of another kind is called by, or a new page's parameter, nothing is known: the likeliest ids.
            _ => [Id(person.Client), Id(person.Section)],
        };
    }

    private static string Work(string parameter) => parameter == "entry" ? "hours" : "placements";

    private static string Table(string parameter) =>
        parameter switch
        {
            "copy" => "documents.document_recipient",
            "note" => "journal.entry",
            "row" => "clients.related_person",
            _ => "contacts.contact",
        };

    private static string Id(Guid id) => id.ToString("D", CultureInfo.InvariantCulture);
}

/// <summary>A route and how it may be asked.</summary>
internal sealed record MatrixRoute(
    RoutePattern Pattern,
    IReadOnlyList<string> Methods,
    IReadOnlyList<string> Permissions
)
{
    /// <summary>Whether somebody with these permissions gets past the door of the route.</summary>
    public bool OpensTo(IReadOnlyCollection<string> held) =>
        Permissions.All(p => p == PermissionPolicies.Everyone || held.Contains(p));

    public string Text => "/" + Pattern.RawText?.TrimStart('/');

    /// <summary>It opens a record of a client: whatever does not stand in a register of something else.</summary>
    public bool OfClients =>
        OfRecords
        && Text.Split('/')[1]
            is not (
                "access"
                or "audit"
                or "intake"
                or "organisation"
                or "partners"
                or "retention"
                or "rules"
                or "takeover"
            );

    /// <summary>It names a record, so that a foreign one must not be found.</summary>
    public bool OfRecords => Text.Contains(":guid", StringComparison.Ordinal);
}
