using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Storage;

namespace Plus.Shared.Exchange.Takeover.Records;

/// <summary>Where a run stands.</summary>
public enum TakeoverState
{
    Running,
    Done,
    Failed,
}

/// <summary>What the reconciliation came to.</summary>
public enum TakeoverVerdict
{
    /// <summary>Every row of the folder stands in the database, and the manifest says the same.</summary>
    Reconciled,

    /// <summary>What is missing is in quarantine.</summary>
    Quarantine,

    /// <summary>Something is missing or too many that quarantine does not explain.</summary>
    Differs,
}

/// <summary>One folder of the old system being taken over.</summary>
public sealed class TakeoverRun
{
    private TakeoverRun() { }

    public TakeoverRun(
        Guid id,
        string source,
        string sourceVersion,
        DateTimeOffset exportedAt,
        string manifestHash,
        DateTimeOffset at
    ) =>
        (Id, Source, SourceVersion, ExportedAt, ManifestHash, StartedAt) = (
            id,
            source,
            sourceVersion,
            exportedAt,
            manifestHash,
            at
        );

    public Guid Id { get; private set; }

    public string Source { get; private set; } = "";

    public string SourceVersion { get; private set; } = "";

    public DateTimeOffset ExportedAt { get; private set; }

    /// <summary>SHA-256 of the manifest, hex: whether a stopped run goes on with the same folder.</summary>
    public string ManifestHash { get; private set; } = "";

    public TakeoverState State { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public TakeoverVerdict? Verdict { get; private set; }

    /// <summary>Kind of the failure; never its words, which may hold personal data.</summary>
    public string? Error { get; private set; }

    public void Resume() => (State, Error) = (TakeoverState.Running, null);

    public void Finish(TakeoverVerdict verdict, DateTimeOffset at) =>
        (State, Verdict, EndedAt) = (TakeoverState.Done, verdict, at);

    public void Fail(string error, DateTimeOffset at) => (State, Error, EndedAt) = (TakeoverState.Failed, error, at);
}

internal sealed class TakeoverRunTable : IEntityTypeConfiguration<TakeoverRun>
{
    public void Configure(EntityTypeBuilder<TakeoverRun> builder)
    {
        builder.ToTable("run", "takeover");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Source).HasMaxLength(60);
        builder.Property(r => r.SourceVersion).HasMaxLength(60);
        builder.Property(r => r.ManifestHash).HasMaxLength(64);
        builder.Property(r => r.State).AsCode();
        builder.Property(r => r.Verdict).AsCode();
        builder.Property(r => r.Error).HasMaxLength(200);
        builder.IsBookkeeping();
    }
}
