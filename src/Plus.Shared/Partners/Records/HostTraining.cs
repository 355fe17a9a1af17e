using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;

namespace Plus.Shared.Partners.Records;

/// <summary>
/// A training or briefing a host employer took part in. How long one in children's rights is good for, the law says
/// (<see cref="Plus.Law.CommunityWork.ChildRightsTraining"/>); nothing of it is stored.
/// </summary>
public sealed class HostTraining
{
    private HostTraining() { }

    public HostTraining(HostEmployerId host, string kind, DateOnly heldOn, string participants)
    {
        (Id, HostEmployerId, Kind, HeldOn, Participants) = (Guid.CreateVersion7(), host, kind, heldOn, participants);
    }

    public const string ChildRights = "childRights";

    public static IReadOnlyList<string> Kinds { get; } = [ChildRights, "safety"];

    public Guid Id { get; private set; }

    public HostEmployerId HostEmployerId { get; private set; }

    public string Kind { get; private set; } = "";

    public DateOnly HeldOn { get; private set; }

    /// <summary>Who of the host took part.</summary>
    public string Participants { get; private set; } = "";
}

internal sealed class HostTrainingTable : IEntityTypeConfiguration<HostTraining>
{
    public void Configure(EntityTypeBuilder<HostTraining> builder)
    {
        builder.ToTable("host_training", "partners");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Kind).HasMaxLength(40);
        builder.Property(t => t.Participants).HasMaxLength(500);
        builder.HasIndex(t => new
        {
            t.HostEmployerId,
            t.Kind,
            t.HeldOn,
        });
        builder
            .HasOne<HostEmployer>()
            .WithMany()
            .HasForeignKey(t => t.HostEmployerId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
