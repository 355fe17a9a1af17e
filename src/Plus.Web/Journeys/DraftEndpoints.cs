using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Web.Language;

namespace Plus.Web.Journeys;

/// <summary>Where the script keeps drafts and the notice discards them; each user reaches only their own.</summary>
internal static partial class DraftEndpoints
{
    public static string Href(DraftKey key) =>
        $"/drafts/{key.Form}/{(key.Subject.Length == 0 ? "-" : Uri.EscapeDataString(key.Subject))}";

    /// <summary><c>POST /drafts/{form}/{subject}</c>: the form's own fields, token and all.</summary>
    public static async Task<IResult> Keep(
        string form,
        string subject,
        HttpContext context,
        IDraftStore store,
        IAntiforgery antiforgery
    )
    {
        if (Key(form, subject, context) is not { } key)
        {
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var json = DraftFields.Write(await context.Request.ReadFormAsync(context.RequestAborted));
        if (json.Length > DraftFields.LongestJson)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        await store.Keep(key, json, context.RequestAborted);
        return Results.NoContent();
    }

    /// <summary><c>POST /drafts/{form}/{subject}/discard</c>: drops the draft and opens the page anew.</summary>
    public static async Task<IResult> Discard(
        string form,
        string subject,
        HttpContext context,
        IDraftStore store,
        IAntiforgery antiforgery
    )
    {
        if (Key(form, subject, context) is not { } key)
        {
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        await store.Drop(key, context.RequestAborted);
        var back = (await context.Request.ReadFormAsync(context.RequestAborted))["back"].ToString();
        return Results.LocalRedirect(LanguageCookie.IsLocal(back) ? back : "/");
    }

    private static DraftKey? Key(string form, string subject, HttpContext context) =>
        context.RequestServices.GetRequiredService<StaffAccessor>().Current.Id is { } user
        && FormCode().IsMatch(form)
        && subject.Length <= 80
            ? new DraftKey(user, form, subject == "-" ? "" : subject)
            : null;

    [GeneratedRegex("^[a-zA-Z0-9.-]{1,80}$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex FormCode();
}
