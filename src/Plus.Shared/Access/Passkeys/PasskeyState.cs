using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Plus.Shared.Access.Passkeys;

/// <summary>The challenge between asking a device and its answer: a sealed cookie of ten minutes, good once.</summary>
internal sealed class PasskeyState(IDataProtectionProvider protection)
{
    private const string Cookie = "plus-passkey";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <param name="purpose">What is asked for, and of whom; the answer to another question is none.</param>
    public void Keep(HttpContext context, string purpose, string? state) =>
        context.Response.Cookies.Append(
            Cookie,
            Protector(purpose).Protect(state ?? "", Life),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                IsEssential = true,
            }
        );

    public string? Take(HttpContext context, string purpose)
    {
        context.Response.Cookies.Delete(Cookie);
        try
        {
            return context.Request.Cookies[Cookie] is { } cookie ? Protector(purpose).Unprotect(cookie) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector(string purpose) =>
        protection.CreateProtector("Plus.Access.Passkey", purpose).ToTimeLimitedDataProtector();
}
