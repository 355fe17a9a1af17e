namespace Plus.Law.Assignment;

/// <summary>What staff are trained in; texts <c>law.training.&lt;code&gt;</c>.</summary>
public static class TrainingSubjects
{
    public const string SexualOffences = "sexual_offences";
    public const string Youth = "youth";
    public const string Violence = "violence";
    public const string Addiction = "addiction";

    public static IReadOnlyList<string> All { get; } = [SexualOffences, Youth, Violence, Addiction];
}
