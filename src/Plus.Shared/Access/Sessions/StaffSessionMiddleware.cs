using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Plus.Kernel.Access;

namespace Plus.Shared.Access.Sessions;

/// <summary>Fills <see cref="StaffAccessor"/> after authentication; ends a session that is over.</summary>
public sealed class StaffSessionMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, StaffAccessor staff, StaffSession session)
    {
        var address = context.Connection.RemoteIpAddress;
        staff.Source = address?.ToString() ?? "local";
        if (context.User.Identity?.IsAuthenticated == true)
        {
            var found = await session.ReadAsync(context.User, context.RequestAborted);
            if (found is null || (found.IsDemo && !IsLoopback(address)))
            {
                await context.SignOutAsync(StaffSession.Scheme);
                context.User = new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity());
            }
            else
            {
                staff.Current = found.Staff;
                if (found.RoleRests && context.Request.Path == "/" && HttpMethods.IsGet(context.Request.Method))
                {
                    context.Response.Redirect("/profile/second-factor");
                    return;
                }
            }
        }

        await next(context);
    }

    /// <summary>The same machine: loopback, or no address at all (in-process).</summary>
    internal static bool IsLoopback(IPAddress? address) => address is null || IPAddress.IsLoopback(address);
}
