using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Access.Records;

/// <summary>A person's second factor: the secret shared with their authenticator, and codes for when it is lost.</summary>
public sealed class SecondFactor
{
    private SecondFactor() { }

    public SecondFactor(StaffId staff, byte[] secret, long step, DateTimeOffset at)
    {
        (StaffId, Secret, LastStep, Since) = (staff, secret, step, at);
    }

    public StaffId StaffId { get; private set; }

    /// <summary>Encrypted with the key ring of the application.</summary>
    public byte[] Secret { get; private set; } = [];

    /// <summary>The last half-minute whose code was taken: no code is good twice.</summary>
    public long LastStep { get; private set; }

    public DateTimeOffset Since { get; private set; }

    public uint Version { get; private set; }

    public void Take(long step) => LastStep = step;
}

/// <summary>A code on paper that stands in for the authenticator once. Only its hash is kept.</summary>
public sealed class RecoveryCode
{
    private RecoveryCode() { }

    public RecoveryCode(StaffId staff, byte[] hash)
    {
        (Id, StaffId, Hash) = (Guid.CreateVersion7(), staff, hash);
    }

    public Guid Id { get; private set; }

    public StaffId StaffId { get; private set; }

    /// <summary>SHA-256; the codes are random, so that none can be guessed from it.</summary>
    public byte[] Hash { get; private set; } = [];

    public DateTimeOffset? UsedAt { get; private set; }

    public uint Version { get; private set; }

    public void Use(DateTimeOffset at) => UsedAt = at;
}

internal sealed class SecondFactorTable : IEntityTypeConfiguration<SecondFactor>
{
    public void Configure(EntityTypeBuilder<SecondFactor> builder)
    {
        builder.ToTable("second_factor", "access");
        builder.HasKey(s => s.StaffId);
        builder.Property(s => s.Secret).HasMaxLength(400).IsSecret();
        builder.Property(s => s.Version).IsRowVersion();
        builder.HasOne<Staff>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RecoveryCodeTable : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("recovery_code", "access");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Hash).HasMaxLength(32).IsSecret();
        builder.Property(c => c.Version).IsRowVersion();
        builder.HasIndex(c => c.StaffId);
        builder.HasOne<Staff>().WithMany().HasForeignKey(c => c.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
