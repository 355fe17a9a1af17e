using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Access.Records;

/// <summary>A post of a privileged role that one person proposed and another decides about.</summary>
public sealed class PostProposal
{
    private PostProposal() { }

    public PostProposal(
        StaffId staff,
        OfficeId office,
        string roleCode,
        DateOnly from,
        DateOnly? to,
        StaffId by,
        DateTimeOffset at
    )
    {
        Id = Guid.CreateVersion7();
        (StaffId, OfficeId, RoleCode, From, To) = (staff, office, roleCode, from, to);
        (ProposedBy, ProposedAt) = (by, at);
    }

    public Guid Id { get; private set; }

    public StaffId StaffId { get; private set; }

    public OfficeId OfficeId { get; private set; }

    public string RoleCode { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    public StaffId ProposedBy { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }

    public StaffId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Null while it waits.</summary>
    public bool? Approved { get; private set; }

    /// <summary>Proposed because of a claim of the identity provider.</summary>
    public bool ByClaims { get; internal init; }

    public uint Version { get; private set; }

    public void Decide(bool approved, StaffId by, DateTimeOffset at) =>
        (Approved, DecidedBy, DecidedAt) = (approved, by, at);
}

internal sealed class PostProposalTable : IEntityTypeConfiguration<PostProposal>
{
    public void Configure(EntityTypeBuilder<PostProposal> builder)
    {
        builder.ToTable("post_proposal", "access");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.RoleCode).HasMaxLength(40);
        builder.Property(p => p.Version).IsRowVersion();
        builder
            .HasIndex(p => new
            {
                p.StaffId,
                p.OfficeId,
                p.RoleCode,
            })
            .IsUnique()
            .HasFilter("approved IS NULL");
        builder.HasOne<Staff>().WithMany().HasForeignKey(p => p.StaffId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Office>().WithMany().HasForeignKey(p => p.OfficeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Role>().WithMany().HasForeignKey(p => p.RoleCode).OnDelete(DeleteBehavior.Restrict);
    }
}
