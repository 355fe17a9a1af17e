using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;

namespace Plus.Shared.Partners.Records;

/// <summary>A contract with a host employer. Both days count; the end is null when it has none.</summary>
public sealed class HostContract
{
    private HostContract() { }

    public HostContract(HostEmployerId host, string number, DateOnly from, DateOnly? to)
    {
        (Id, HostEmployerId, Number, From, To) = (Guid.CreateVersion7(), host, number, from, to);
    }

    public Guid Id { get; private set; }

    public HostEmployerId HostEmployerId { get; private set; }

    public string Number { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    /// <summary>Why it ended before its time (<see cref="EndReasons"/>); null while it runs its course.</summary>
    public string? EndReason { get; private set; }

    public uint Version { get; private set; }

    /// <summary>byAgreement, hostLeft, breach, serviceLeft, hostClosed, other.</summary>
    public static IReadOnlyList<string> EndReasons { get; } =
    ["byAgreement", "hostLeft", "serviceLeft", "breach", "hostClosed", "other"];

    public bool InForceOn(DateOnly day) => From <= day && (To is null || day <= To);

    public void End(DateOnly lastDay, string reason) => (To, EndReason) = (lastDay, reason);

    /// <summary>An agreement lengthens it; null makes it run without an end.</summary>
    public void Renew(DateOnly? to) => (To, EndReason) = (to, null);
}

internal sealed class HostContractTable : IEntityTypeConfiguration<HostContract>
{
    public void Configure(EntityTypeBuilder<HostContract> builder)
    {
        builder.ToTable(
            "host_contract",
            "partners",
            t => t.HasCheckConstraint("ck_host_contract_days", "valid_to is null or valid_to >= valid_from")
        );
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Number).HasMaxLength(60);
        builder.Property(c => c.EndReason).HasMaxLength(40);
        builder.Property(c => c.Version).IsRowVersion();
        builder.HasIndex(c => c.HostEmployerId);
        builder.HasIndex(c => new { c.From, c.To });
        builder
            .HasOne<HostEmployer>()
            .WithMany()
            .HasForeignKey(c => c.HostEmployerId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
