using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;
using Plus.Shared.Access.StaffDirectory;

namespace Plus.Shared.Access.Substituting;

/// <summary>
/// Choosing a colleague: <c>POST /access/substitutions/people</c> with the field <c>q</c> answers as one types; what was
/// chosen or typed is found again by id, by user name, or by a whole name that only one person has.
/// </summary>
internal static class ColleagueChoice
{
    private const int Rows = 8;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapPost("/access/substitutions/people", SuggestAsync)
            .WithMetadata(new RequiresPermissionAttribute(AccessPermissions.Substitute))
            .DisableAntiforgery();

    /// <summary>The person meant; null when nobody or more than one person is.</summary>
    public static Staff? Find(IReadOnlyCollection<Staff> people, string chosen)
    {
        var typed = chosen.Trim();
        bool Is(string text) => string.Equals(text, typed, StringComparison.CurrentCultureIgnoreCase);
        if (people.FirstOrDefault(p => Is(p.Id.ToString()) || Is(p.UserName)) is { } one)
        {
            return one;
        }

        var named = people.Where(p => Is(SurnameFirst(p)) || Is(p.GivenName + " " + p.Surname)).Take(2).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    private static async Task<IResult> SuggestAsync(
        StaffScope scope,
        PlusClock clock,
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
        var parts = form["q"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Sum(p => p.Length) < 2)
        {
            return Results.Ok(Array.Empty<Suggestion>());
        }

        var today = clock.Today;
        var people = scope
            .Visible(AccessPermissions.Substitute)
            .AsNoTracking()
            .Where(s => s.ActiveFrom <= today && (s.ActiveTo == null || s.ActiveTo >= today));
        foreach (var part in parts)
        {
            var like = "%" + part.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_") + "%";
            people = people.Where(s =>
                EF.Functions.ILike(s.Surname, like)
                || EF.Functions.ILike(s.GivenName, like)
                || EF.Functions.ILike(s.UserName, like)
            );
        }

        var found = await people
            .OrderBy(s => s.Surname)
            .ThenBy(s => s.GivenName)
            .Take(Rows)
            .ToListAsync(context.RequestAborted);
        return Results.Ok(found.Select(s => new Suggestion(s.Id.ToString(), SurnameFirst(s), s.UserName)).ToList());
    }

    private static string SurnameFirst(Staff person) => person.Surname + " " + person.GivenName;

    /// <summary>A choice as the picker wants it.</summary>
    internal sealed record Suggestion(string Value, string Text, string Note);
}
