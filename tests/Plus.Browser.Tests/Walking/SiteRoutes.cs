using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Plus.Browser.Tests.Walking;

/// <summary>The page routes of the application, and which of them an address belongs to.</summary>
public sealed class SiteRoutes
{
    private readonly List<(string Template, TemplateMatcher Matcher, RouteTemplate Parsed)> _routes;

    public SiteRoutes(IServiceProvider services)
    {
        var endpoints = services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
        _routes =
        [
            .. endpoints
                .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
                .DistinctBy(e => e.RoutePattern.RawText)
                .OrderBy(e => e.RoutePattern.InboundPrecedence)
                .Select(e => TemplateParser.Parse((e.RoutePattern.RawText ?? "").TrimStart('/')))
                .Select(t => ("/" + t.TemplateText, new TemplateMatcher(t, []), t)),
        ];
    }

    /// <summary>Every page, as its route is written.</summary>
    public IReadOnlyList<string> Pages => [.. _routes.Select(r => r.Template)];

    /// <summary>The route a path belongs to; null when it is no page.</summary>
    public string? Of(string path)
    {
        foreach (var (template, matcher, parsed) in _routes)
        {
            var values = new RouteValueDictionary();
            if (matcher.TryMatch(path, values) && parsed.Parameters.All(p => Fits(p, values)))
            {
                return template;
            }
        }

        return null;
    }

    private static bool Fits(TemplatePart parameter, RouteValueDictionary values)
    {
        var value = Convert.ToString(values[parameter.Name!], CultureInfo.InvariantCulture) ?? "";
        return parameter.InlineConstraints.All(c =>
            c.Constraint switch
            {
                "guid" => Guid.TryParse(value, out _),
                "int" or "long" => long.TryParse(value, CultureInfo.InvariantCulture, out _),
                _ => true,
            }
        );
    }
}
