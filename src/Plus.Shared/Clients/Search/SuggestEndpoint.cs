using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plus.Kernel.Access;
using Plus.Law.Identity;
using Plus.Web.Language;

namespace Plus.Shared.Clients.Search;

/// <summary>
/// <c>POST /search/suggest</c> with the field <c>q</c>: people as one types, from three letters, for the search box and
/// for every person picker. Each answered query is one audit event.
/// </summary>
internal static class SuggestEndpoint
{
    private const int Rows = 8;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapPost("/search/suggest", SuggestAsync)
            .WithMetadata(new RequiresPermissionAttribute(ClientPermissions.Search))
            .DisableAntiforgery();

    private static async Task<IResult> SuggestAsync(
        ClientSearch search,
        Texts texts,
        IAntiforgery antiforgery,
        HttpContext context
    )
    {
        // Asked here, so that a request without the token is refused and no failure.
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var typed = NameFolding.Clean(form["q"]);
        var found =
            typed.Length < SearchTerms.ShortestPart
                ? []
                : await search.FindAsync(
                    SearchTerms.Read(typed),
                    ClientPermissions.Search,
                    Rows,
                    context.RequestAborted
                );
        return Results.Ok(found.Select(f => Suggestion.Of(f, texts)).ToList());
    }

    /// <summary>A choice as the picker wants it; <c>Href</c> is where the search box goes.</summary>
    internal sealed record Suggestion(string Value, string Text, string Note, string Href)
    {
        public static Suggestion Of(FoundClient found, Texts texts) =>
            new(
                found.Id.ToString(),
                $"{found.Surname} {found.GivenName}",
                string.Join(
                    " · ",
                    new[]
                    {
                        texts["clients.search.born", ("day", found.BirthDate)],
                        found.CaseNumber,
                        FoundWords.Of(found, texts),
                    }.Where(n => !string.IsNullOrEmpty(n))
                ),
                $"/clients/{found.Id}"
            );
    }
}
