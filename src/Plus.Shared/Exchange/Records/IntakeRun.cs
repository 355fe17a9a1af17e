using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Exchange.Records;

/// <summary>What a run of an intake file is doing.</summary>
public enum IntakeRunState
{
    Waiting,
    Running,
    Done,
    Failed,
}

/// <summary>One file of messages being taken in; keeps how far it came, so that it goes on after a stop.</summary>
public sealed class IntakeRun
{
    private IntakeRun() { }

    public IntakeRun(
        Guid id,
        string channel,
        string storedPath,
        long bytes,
        string fingerprint,
        StaffId? by,
        DateTimeOffset at
    )
    {
        (Id, Channel, StoredPath, Bytes, StartedBy, StartedAt) = (id, channel, storedPath, bytes, by, at);
        Fingerprint = fingerprint;
    }

    public Guid Id { get; private set; }

    /// <summary>upload, folder or command.</summary>
    public string Channel { get; private set; } = "";

    /// <summary>Where the file lies while it is worked on.</summary>
    public string StoredPath { get; private set; } = "";

    public long Bytes { get; private set; }

    /// <summary>SHA-256 of the file's beginning, hex: whether it is still the same file when a run goes on.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>Bytes whose lines are committed.</summary>
    public long BytesDone { get; private set; }

    public int LinesDone { get; private set; }

    public int Accepted { get; private set; }

    public int Attention { get; private set; }

    public int MatchToConfirm { get; private set; }

    public int Repeated { get; private set; }

    public int Rejected { get; private set; }

    public int Ignored { get; private set; }

    public IntakeRunState State { get; private set; }

    public StaffId? StartedBy { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public string? Error { get; private set; }

    public void Start() => State = IntakeRunState.Running;

    public void Finish(DateTimeOffset at) => (State, EndedAt) = (IntakeRunState.Done, at);

    public void Fail(string error, DateTimeOffset at) => (State, Error, EndedAt) = (IntakeRunState.Failed, error, at);
}

internal sealed class IntakeRunTable : IEntityTypeConfiguration<IntakeRun>
{
    public void Configure(EntityTypeBuilder<IntakeRun> builder)
    {
        builder.ToTable("intake_run", "exchange");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Channel).HasMaxLength(20);
        builder.Property(r => r.StoredPath).HasMaxLength(1000);
        builder.Property(r => r.Fingerprint).HasMaxLength(64);
        builder.Property(r => r.State).AsCode();
        builder.Property(r => r.Error).HasMaxLength(2000);
        builder.IsBookkeeping();
    }
}
