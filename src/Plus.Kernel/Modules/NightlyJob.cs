namespace Plus.Kernel.Modules;

/// <summary>A job that runs once a night.</summary>
/// <param name="Code">Stable code; the job's key in the schedule.</param>
/// <param name="At">Riga wall-clock time.</param>
/// <param name="Run">What it does, given a scope of its own.</param>
public sealed record NightlyJob(string Code, TimeOnly At, Func<IServiceProvider, CancellationToken, Task> Run);
