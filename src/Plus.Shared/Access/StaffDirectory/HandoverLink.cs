using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Plus.Kernel.Ids;

namespace Plus.Shared.Access.StaffDirectory;

/// <summary>
/// Carries a one-time link to the next page, where it is shown once and never again. It travels in the framework's
/// protected cookie and stands nowhere else in readable form.
/// </summary>
internal static class HandoverLink
{
    public static void Keep(ITempDataDictionary data, StaffId person, string token) =>
        data["access.handover." + person] = token;

    /// <summary>The whole address to hand over, or null when none was made just now.</summary>
    public static string? Take(ITempDataDictionary data, StaffId person, HttpRequest request) =>
        data["access.handover." + person] is string token
            ? $"{request.Scheme}://{request.Host}/set-password/{token}"
            : null;
}
