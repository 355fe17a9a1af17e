using System.Text.Encodings.Web;
using System.Text.Json;

namespace Plus.Shared.Plans.Reading;

/// <summary>A need as it stood when the plan was agreed on.</summary>
public sealed record CopiedNeed(string Domain, string Wording, string Stage, IReadOnlyList<CopiedGoal> Goals);

/// <summary>A goal as it stood.</summary>
public sealed record CopiedGoal(string Wording, IReadOnlyList<CopiedStep> Steps);

/// <summary>A step as it stood.</summary>
public sealed record CopiedStep(string Wording, string Doer, DateOnly DueOn, string State);

/// <summary>The copy of a plan that a version keeps.</summary>
public static class PlanCopy
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<CopiedNeed> Of(PlanView plan) =>
        [
            .. plan
                .Needs.Where(n => n.Need.ClosedOn is null)
                .Select(n => new CopiedNeed(
                    n.Need.Domain,
                    n.Need.Wording,
                    n.Stages.Count > 0 ? n.Stages[^1].Stage : "",
                    [
                        .. n.Goals.Select(g => new CopiedGoal(
                            g.Goal.Wording,
                            [.. g.Steps.Select(s => new CopiedStep(s.Wording, s.Doer, s.DueOn, s.State))]
                        )),
                    ]
                )),
        ];

    public static IReadOnlyList<CopiedNeed> Read(string content) =>
        string.IsNullOrEmpty(content) ? [] : JsonSerializer.Deserialize<List<CopiedNeed>>(content, Options) ?? [];
}
