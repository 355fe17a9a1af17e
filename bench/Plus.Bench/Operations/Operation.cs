namespace Plus.Bench.Operations;

/// <summary>One thing measured on both sides.</summary>
/// <param name="Name">Name in the report.</param>
/// <param name="Ours">The n-th request to PLUS.</param>
/// <param name="Twin">The n-th request to the twin, given how many bytes ours answers.</param>
/// <param name="Requests">Requests of one round on one side.</param>
/// <param name="Rate">Requests a second in the run at a fixed rate.</param>
internal sealed record Operation(
    string Name,
    Func<int, HttpRequestMessage> Ours,
    Func<int, int, HttpRequestMessage> Twin,
    int Requests,
    double Rate
);
