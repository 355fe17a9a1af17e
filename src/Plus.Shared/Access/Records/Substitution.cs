using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;

namespace Plus.Shared.Access.Records;

/// <summary>
/// Somebody stands in for an absent colleague: until the last day, which counts, the colleague's own sections are theirs.
/// It ends by itself, and at once when either of the two leaves the Service.
/// </summary>
public sealed class Substitution
{
    private Substitution() { }

    public Substitution(StaffId absent, StaffId standIn, DateOnly from, DateOnly to, string reason)
    {
        (Id, AbsentId, StandInId, From, To, Reason) = (Guid.CreateVersion7(), absent, standIn, from, to, reason);
    }

    public Guid Id { get; private set; }

    /// <summary>Who is away.</summary>
    public StaffId AbsentId { get; private set; }

    /// <summary>Who does the work meanwhile.</summary>
    public StaffId StandInId { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    /// <summary>leave, illness, training or other.</summary>
    public string Reason { get; private set; } = "";

    public uint Version { get; private set; }

    public bool RunsOn(DateOnly day) => From <= day && day <= To;

    /// <summary>The colleague came back: the day before is the last one.</summary>
    public void End(DateOnly lastDay) => To = lastDay;
}

internal sealed class SubstitutionTable : IEntityTypeConfiguration<Substitution>
{
    public void Configure(EntityTypeBuilder<Substitution> builder)
    {
        builder.ToTable("substitution", "access");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Reason).HasMaxLength(40);
        builder.Property(s => s.Version).IsRowVersion();
        builder.HasIndex(s => s.AbsentId);
        builder.HasIndex(s => s.StandInId);
        builder.HasOne<Staff>().WithMany().HasForeignKey(s => s.AbsentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(s => s.StandInId).OnDelete(DeleteBehavior.Restrict);
    }
}
