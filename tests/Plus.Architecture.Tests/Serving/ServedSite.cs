using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Testing.Pages;

namespace Plus.Architecture.Tests.Serving;

/// <summary>What the running application answers, read from its own endpoint table.</summary>
internal static class ServedSite
{
    public static async Task<IReadOnlyList<ServedEndpoint>> ReadAsync(PlusApp app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var served = new List<ServedEndpoint>();
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

            served.Add(
                new ServedEndpoint(
                    "/" + endpoint.RoutePattern.RawText?.TrimStart('/'),
                    string.Join(' ', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []),
                    page?.RelativePath.TrimStart('/'),
                    [.. metadata.OfType<RequiresPermissionAttribute>().Select(a => a.Permission).Distinct()],
                    metadata.GetMetadata<IAllowAnonymous>() is not null
                )
            );
        }

        return [.. served.DistinctBy(e => (e.Route, e.Methods)).OrderBy(e => e.Route, StringComparer.Ordinal)];
    }
}

/// <param name="Page">Path of the page's file from src on; null for what is no page.</param>
internal sealed record ServedEndpoint(
    string Route,
    string Methods,
    string? Page,
    IReadOnlyList<string> Permissions,
    bool Anonymous
);
