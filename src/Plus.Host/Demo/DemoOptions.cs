namespace Plus.Host.Demo;

/// <summary>What to build.</summary>
/// <param name="Today">The day on which the demo is opened: present-day sections, tasks and appointments stand around it.</param>
public sealed record DemoOptions(DateOnly Today)
{
    /// <summary>The year whose figures come out exactly as published.</summary>
    public const int PublishedYear = 2023;

    public const string Password = "Demo-2023-parole";

    /// <summary>First and last year whose work is built; one year unless trials of scale are wanted.</summary>
    public int FirstYear { get; init; } = PublishedYear;

    public int LastYear { get; init; } = PublishedYear;

    /// <summary>Builds one record in so many: for tests. The published figures come out only with 1.</summary>
    public int OneIn { get; init; } = 1;

    public int Seed { get; init; } = 2023;

    /// <summary>Whether people work today as well: open sections, tasks, appointments.</summary>
    public bool Present { get; init; } = true;
}
