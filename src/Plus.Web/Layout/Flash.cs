using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Plus.Web.Language;

namespace Plus.Web.Layout;

/// <summary>A message for the next page. <c>Kind</c> is <c>success</c>, <c>notice</c> or <c>warning</c>.</summary>
public sealed record FlashMessage(string Kind, string Key, IReadOnlyDictionary<string, string> Values);

/// <summary>
/// Says on the next page what has just happened. Travels as a text key with codes, dates and numbers in a protected
/// cookie: never put a name, a personal code or typed text in it.
/// </summary>
public sealed class Flash(IHttpContextAccessor accessor, IDataProtectionProvider protection, Texts texts)
{
    private const string Cookie = "plus-flash";
    private readonly IDataProtector protector = protection.CreateProtector("Plus.Web.Flash");

    /// <summary>Something was done.</summary>
    public void Success(string key, params (string Name, object? Value)[] values) => Set("success", key, values);

    /// <summary>Something should be known.</summary>
    public void Notice(string key, params (string Name, object? Value)[] values) => Set("notice", key, values);

    /// <summary>Something was not done, or only in part.</summary>
    public void Warning(string key, params (string Name, object? Value)[] values) => Set("warning", key, values);

    /// <summary>The message of the page before, once.</summary>
    internal FlashMessage? Take()
    {
        var context = accessor.HttpContext;
        if (context is null || !context.Request.Cookies.TryGetValue(Cookie, out var packed) || packed.Length == 0)
        {
            return null;
        }

        if (!context.Response.HasStarted)
        {
            context.Response.Cookies.Delete(Cookie, Options(context));
        }

        try
        {
            var bytes = protector.Unprotect(WebEncoders.Base64UrlDecode(packed));
            return JsonSerializer.Deserialize<FlashMessage>(bytes);
        }
        catch (Exception e)
            when (e is System.Security.Cryptography.CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private void Set(string kind, string key, (string Name, object? Value)[] values)
    {
        var context = accessor.HttpContext ?? throw new InvalidOperationException("A flash message needs a request.");
        var words = values.ToDictionary(v => v.Name, v => texts.Write(v.Value), StringComparer.Ordinal);
        var json = JsonSerializer.Serialize(new FlashMessage(kind, key, words));
        var packed = WebEncoders.Base64UrlEncode(protector.Protect(Encoding.UTF8.GetBytes(json)));
        context.Response.Cookies.Append(Cookie, packed, Options(context));
    }

    private static CookieOptions Options(HttpContext context) =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        };
}
