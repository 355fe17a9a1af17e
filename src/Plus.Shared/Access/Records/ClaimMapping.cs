using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Access.Records;

/// <summary>From a day to a day (it counts), who has this claim at the identity provider holds this role.</summary>
public sealed class ClaimMapping
{
    private ClaimMapping() { }

    public ClaimMapping(string claim, string value, string roleCode, OfficeId? office, DateOnly from, StaffId by)
    {
        Id = Guid.CreateVersion7();
        (Claim, Value, RoleCode, OfficeId, From, MadeBy) = (claim, value, roleCode, office, from, by);
    }

    public Guid Id { get; private set; }

    public string Claim { get; private set; } = "";

    public string Value { get; private set; } = "";

    public string RoleCode { get; private set; } = "";

    /// <summary>Null: the office whose code the provider names.</summary>
    public OfficeId? OfficeId { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    /// <summary>Who proposes the privileged roles that come of it; somebody else gives them.</summary>
    public StaffId MadeBy { get; private set; }

    public uint Version { get; private set; }

    public void End(DateOnly lastDay) => To = lastDay;
}

internal sealed class ClaimMappingTable : IEntityTypeConfiguration<ClaimMapping>
{
    public void Configure(EntityTypeBuilder<ClaimMapping> builder)
    {
        builder.ToTable("claim_mapping", "access");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Claim).HasMaxLength(100);
        builder.Property(m => m.Value).HasMaxLength(255);
        builder.Property(m => m.RoleCode).HasMaxLength(40);
        builder.Property(m => m.Version).IsRowVersion();
        builder.HasOne<Role>().WithMany().HasForeignKey(m => m.RoleCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Office>().WithMany().HasForeignKey(m => m.OfficeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(m => m.MadeBy).OnDelete(DeleteBehavior.Restrict);
    }
}
