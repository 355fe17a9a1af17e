using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Law.CommunityWork;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.WorkHours.Records;

/// <summary>What a client knows how to do and when they are free, as told when work is looked for.</summary>
public sealed class WorkProfile
{
    private WorkProfile() { }

    public WorkProfile(SectionId section) => SectionId = section;

    public SectionId SectionId { get; private set; }

    public string? Profession { get; private set; }

    /// <summary>Codes of <see cref="Plus.Shared.Partners.Records.WorkDemands.Skills"/>.</summary>
    public string[] Skills { get; private set; } = [];

    /// <summary>Free times of each weekday, Monday first, as <see cref="FreeHours.Write"/> puts them; seven texts.</summary>
    public string[] FreeTimes { get; private set; } = ["", "", "", "", "", "", ""];

    public uint Version { get; private set; }

    public FreeHours Free =>
        new([
            .. FreeTimes.Select(t =>
                FreeHours.TryReadDay(t, out var spans)
                    ? spans
                    : throw new InvalidOperationException("Stored free times cannot be read.")
            ),
        ]);

    public void Describe(string? profession, string[] skills, FreeHours free) =>
        (Profession, Skills, FreeTimes) = (profession, skills, [.. free.Days.Select(FreeHours.Write)]);
}

internal sealed class WorkProfileTable : IEntityTypeConfiguration<WorkProfile>
{
    public void Configure(EntityTypeBuilder<WorkProfile> builder)
    {
        builder.ToTable(
            "profile",
            "work_hours",
            t => t.HasCheckConstraint("ck_profile_free_times", "cardinality(free_times) = 7")
        );
        builder.HasKey(p => p.SectionId);
        builder.Property(p => p.SectionId).ValueGeneratedNever();
        builder.Property(p => p.Profession).HasMaxLength(200);
        builder.Property(p => p.Version).IsRowVersion();
        builder.Ignore(p => p.Free);
        builder
            .HasOne<Section>()
            .WithOne()
            .HasForeignKey<WorkProfile>(p => p.SectionId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
