namespace Plus.Web.Kit.Journey;

/// <summary>The answers of the sample journey.</summary>
internal sealed class SampleAnswers
{
    public string? Name { get; set; }

    public string? Kind { get; set; }

    public DateOnly? Day { get; set; }
}
