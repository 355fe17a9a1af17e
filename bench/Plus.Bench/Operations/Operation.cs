using Npgsql;

namespace Plus.Bench.Operations;

/// <summary>One thing measured on both sides.</summary>
/// <param name="Name">Name in the report.</param>
/// <param name="Ours">The n-th request to PLUS.</param>
/// <param name="Twin">The n-th request to the twin, given how many bytes ours answers.</param>
/// <param name="Rate">Requests a second in the run at a fixed rate.</param>
internal sealed record Operation(
    string Name,
    Func<int, Side, HttpRequestMessage> Ours,
    Func<int, int, HttpRequestMessage> Twin,
    double Rate
)
{
    /// <summary>Requests that may follow one another before the operation must be prepared again.</summary>
    public Func<int> Most { get; init; } = () => int.MaxValue;

    /// <summary>Requests that warm a side up.</summary>
    public int Least { get; init; } = 600;

    /// <summary>A request changes the data, and can be made only once.</summary>
    public bool Writes { get; init; }

    /// <summary>What a client does once before the first request to PLUS.</summary>
    public Func<HttpClient, Task> EnterAsync { get; init; } = _ => Task.CompletedTask;

    /// <summary>Puts the data back as they were before a run, outside what is measured.</summary>
    public Func<NpgsqlDataSource, Task> PrepareAsync { get; init; } = _ => Task.CompletedTask;

    /// <summary>Takes away what the runs made.</summary>
    public Func<NpgsqlDataSource, Task> FinishAsync { get; init; } = _ => Task.CompletedTask;

    /// <summary>What must stand in both answers: the records' addresses, or the numbers.</summary>
    public Func<string, IReadOnlySet<string>> Rows { get; init; } = AnswerRows.All;
}
