using Microsoft.AspNetCore.Http;

namespace Plus.Shared.HostApi.Serving;

/// <summary>What is answered when a call is not taken: a stable code for programs, and words where the law said them.</summary>
internal sealed record HostProblem(string Code, string? Words = null);

internal static class HostAnswer
{
    public static IResult Problem(int status, string code, string? words = null) =>
        Results.Json(new HostProblem(code, words), HostJson.Options, statusCode: status);
}
