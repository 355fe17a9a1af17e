using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Plans.Records;

/// <summary>A criminogenic need that the plan works on.</summary>
public sealed class PlanNeed
{
    public static readonly IReadOnlyList<string> Domains =
    [
        "housing",
        "work",
        "education",
        "finances",
        "family",
        "peers",
        "substances",
        "thinking",
        "aggression",
        "leisure",
        "other",
    ];

    private PlanNeed() { }

    public PlanNeed(SectionId section, string domain, string wording, string source, DateOnly openedOn)
    {
        (Id, SectionId, Domain, Wording, Source, OpenedOn) = (
            Guid.CreateVersion7(),
            section,
            domain,
            wording,
            source,
            openedOn
        );
    }

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    public string Domain { get; private set; } = "";

    /// <summary>What the problem is, in this client's life.</summary>
    public string Wording { get; private set; } = "";

    /// <summary>assessment or entered.</summary>
    public string Source { get; private set; } = "";

    public DateOnly OpenedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public uint Version { get; private set; }

    public void Close(DateOnly on) => ClosedOn = on;
}

/// <summary>The stage of change that was seen in a need on a day.</summary>
public sealed class NeedStage
{
    private NeedStage() { }

    public NeedStage(Guid need, SectionId section, string stage, DateOnly onDay, string note)
    {
        (Id, NeedId, SectionId, Stage, OnDay, Note) = (Guid.CreateVersion7(), need, section, stage, onDay, note);
    }

    public Guid Id { get; private set; }

    public Guid NeedId { get; private set; }

    public SectionId SectionId { get; private set; }

    public string Stage { get; private set; } = "";

    public DateOnly OnDay { get; private set; }

    /// <summary>What it was seen in.</summary>
    public string Note { get; private set; } = "";
}

internal sealed class PlanNeedTable : IEntityTypeConfiguration<PlanNeed>
{
    public void Configure(EntityTypeBuilder<PlanNeed> builder)
    {
        builder.ToTable("need", "plans");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Domain).HasMaxLength(20);
        builder.Property(n => n.Wording).HasMaxLength(1000);
        builder.Property(n => n.Source).HasMaxLength(20);
        builder.Property(n => n.Version).IsRowVersion();
        builder.HasIndex(n => n.SectionId);
        builder.HasOne<Section>().WithMany().HasForeignKey(n => n.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NeedStageTable : IEntityTypeConfiguration<NeedStage>
{
    public void Configure(EntityTypeBuilder<NeedStage> builder)
    {
        builder.ToTable("need_stage", "plans");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Stage).HasMaxLength(20);
        builder.Property(s => s.Note).HasMaxLength(2000);
        builder.HasIndex(s => new { s.NeedId, s.OnDay });
        builder.HasIndex(s => s.SectionId);
        builder.HasOne<PlanNeed>().WithMany().HasForeignKey(s => s.NeedId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Section>().WithMany().HasForeignKey(s => s.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}
