using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Access.Records;

/// <summary>A person's role in an office, dated; the last day counts. One person may hold several.</summary>
public sealed class StaffPost
{
    private StaffPost() { }

    public StaffPost(StaffId staff, OfficeId office, string roleCode, DateOnly from, DateOnly? to = null)
    {
        (Id, StaffId, OfficeId, RoleCode, From, To) = (Guid.CreateVersion7(), staff, office, roleCode, from, to);
    }

    public Guid Id { get; private set; }

    public StaffId StaffId { get; private set; }

    public OfficeId OfficeId { get; private set; }

    public string RoleCode { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    /// <summary>The day on which somebody last said that the person still needs this access; giving it says so too.</summary>
    public DateOnly? ConfirmedOn { get; private set; }

    /// <summary>Who said so; null for the people with whom a service begins.</summary>
    public StaffId? ConfirmedBy { get; private set; }

    /// <summary>Given because of a claim of the identity provider, and ended when the claim is gone.</summary>
    public bool ByClaims { get; internal init; }

    public uint Version { get; private set; }

    public bool HeldOn(DateOnly day) => From <= day && (To is null || day <= To);

    public void End(DateOnly lastDay) => To = lastDay;

    public StaffPost Confirm(StaffId? by, DateOnly on)
    {
        (ConfirmedBy, ConfirmedOn) = (by, on);
        return this;
    }
}

internal sealed class StaffPostTable : IEntityTypeConfiguration<StaffPost>
{
    public void Configure(EntityTypeBuilder<StaffPost> builder)
    {
        builder.ToTable("staff_post", "access");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.RoleCode).HasMaxLength(40);
        builder.Property(p => p.Version).IsRowVersion();
        builder.HasIndex(p => p.StaffId);
        builder.HasIndex(p => p.OfficeId);
        builder.HasOne<Staff>().WithMany().HasForeignKey(p => p.StaffId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Office>().WithMany().HasForeignKey(p => p.OfficeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Role>().WithMany().HasForeignKey(p => p.RoleCode).OnDelete(DeleteBehavior.Restrict);
    }
}
