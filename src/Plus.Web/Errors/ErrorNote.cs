using Microsoft.AspNetCore.Http;

namespace Plus.Web.Errors;

/// <summary>A sentence that the page about a failure says besides its own: a text already, never what was typed.</summary>
public static class ErrorNote
{
    private static readonly object Key = new();

    public static void Set(HttpContext? context, string text)
    {
        if (context is not null)
        {
            context.Items[Key] = text;
        }
    }

    public static string? Of(HttpContext context) =>
        context.Items.TryGetValue(Key, out var text) ? (string?)text : null;
}
