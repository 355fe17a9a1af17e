using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Plus.Kernel.Ids;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.SecondFactor;

/// <summary>Between the password and the code: a cookie of ten minutes that opens nothing.</summary>
internal sealed class HalfLogIn(IDataProtectionProvider protection)
{
    private const string Cookie = "plus-half";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector _protector = protection
        .CreateProtector("Plus.Access.HalfLogIn")
        .ToTimeLimitedDataProtector();

    public void Keep(HttpContext context, Staff person) =>
        context.Response.Cookies.Append(
            Cookie,
            _protector.Protect($"{person.Id}|{person.SecurityStamp}", Life),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                IsEssential = true,
                Path = "/login",
            }
        );

    /// <summary>Who gave the right password, and the stamp of the log-in then; null when nobody did lately.</summary>
    public (StaffId Person, string Stamp)? Read(HttpContext context)
    {
        try
        {
            return
                context.Request.Cookies[Cookie] is { } cookie
                && _protector.Unprotect(cookie).Split('|') is [var id, var stamp]
                && StaffId.TryParse(id, out var person)
                ? (person, stamp)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static void Drop(HttpContext context) =>
        context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/login" });
}
