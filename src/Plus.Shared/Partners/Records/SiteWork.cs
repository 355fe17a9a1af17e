using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Plus.Shared.Partners.Records;

/// <summary>A kind of work done at a site and what it asks of a person; codes of <see cref="WorkDemands"/>.</summary>
public sealed class SiteWork
{
    private SiteWork() { }

    public SiteWork(Guid site, string work, bool heavy, bool nearChildren, string[] skills, string[] strains)
    {
        (Id, SiteId, Work, Heavy, NearChildren, Skills, Strains) = (
            Guid.CreateVersion7(),
            site,
            work,
            heavy,
            nearChildren,
            skills,
            strains
        );
    }

    public Guid Id { get; private set; }

    public Guid SiteId { get; private set; }

    public string Work { get; private set; } = "";

    /// <summary>Physically heavy.</summary>
    public bool Heavy { get; private set; }

    /// <summary>Done among children.</summary>
    public bool NearChildren { get; private set; }

    /// <summary>What a person must know how to do.</summary>
    public string[] Skills { get; private set; } = [];

    /// <summary>What a person's health must bear.</summary>
    public string[] Strains { get; private set; } = [];

    /// <summary>Tools and clothes needed, and who gives them.</summary>
    public string? Tools { get; init; }

    /// <summary>Last day on which it is offered; null while it is.</summary>
    public DateOnly? To { get; private set; }

    public void End(DateOnly lastDay) => To = lastDay;
}

internal sealed class SiteWorkTable : IEntityTypeConfiguration<SiteWork>
{
    public void Configure(EntityTypeBuilder<SiteWork> builder)
    {
        builder.ToTable("site_work", "partners");
        builder.HasKey(w => w.Id);
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Work).HasMaxLength(40);
        builder.Property(w => w.Tools).HasMaxLength(500);
        builder.HasIndex(w => w.SiteId);
        builder.HasOne<HostSite>().WithMany().HasForeignKey(w => w.SiteId).OnDelete(DeleteBehavior.Restrict);
    }
}
