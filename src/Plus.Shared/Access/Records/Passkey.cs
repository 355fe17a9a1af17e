using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Access.Records;

/// <summary>A person's passkey: only its public half is here. The device asks for a finger, a face or a PIN itself.</summary>
public sealed class Passkey
{
    private Passkey() { }

    public Passkey(StaffId staff, string name, byte[] credentialId, byte[] publicKey, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7();
        (StaffId, Name, CredentialId, PublicKey, CreatedAt) = (staff, name, credentialId, publicKey, at);
    }

    public Guid Id { get; private set; }

    public StaffId StaffId { get; private set; }

    /// <summary>What its owner calls it.</summary>
    public string Name { get; private set; } = "";

    public byte[] CredentialId { get; private set; } = [];

    public byte[] PublicKey { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>What the device counted last; one that counts backwards is a copy.</summary>
    public long SignCount { get; private set; }

    public string[] Transports { get; internal set; } = [];

    public bool IsBackupEligible { get; internal set; }

    public bool IsBackedUp { get; private set; }

    public byte[] AttestationObject { get; internal set; } = [];

    public byte[] ClientDataJson { get; internal set; } = [];

    public uint Version { get; private set; }

    /// <summary>The device has signed again.</summary>
    public void Use(long signCount, bool isBackedUp, DateTimeOffset? at) =>
        (SignCount, IsBackedUp, LastUsedAt) = (signCount, isBackedUp, at);
}

internal sealed class PasskeyTable : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("passkey", "access");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Name).HasMaxLength(60);
        builder.Property(p => p.CredentialId).HasMaxLength(1023).IsSecret();
        builder.Property(p => p.PublicKey).IsSecret();
        builder.Property(p => p.AttestationObject).IsSecret();
        builder.Property(p => p.ClientDataJson).IsSecret();
        builder.Property(p => p.Version).IsRowVersion();
        builder.HasIndex(p => p.CredentialId).IsUnique();
        builder.HasIndex(p => p.StaffId);
        builder.HasOne<Staff>().WithMany().HasForeignKey(p => p.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
