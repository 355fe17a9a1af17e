using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Functions.ProbationObservation.Records;

/// <summary>The school the child goes to, from a day on, with whom to speak there. The latest one is the present one.</summary>
public sealed class ChildSchool
{
    private ChildSchool() { }

    public ChildSchool(
        SectionId section,
        string name,
        string? form,
        string? contact,
        string attendance,
        string? note,
        DateOnly asOf
    )
    {
        (Id, SectionId, Name, Form, Contact, Attendance, Note, AsOf) = (
            Guid.CreateVersion7(),
            section,
            name,
            form,
            contact,
            attendance,
            note,
            asOf
        );
    }

    /// <summary>How the child attends; texts <c>probationObservation.school.attends.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> Attendances { get; } = ["regularly", "misses", "doesNot", "notEnrolled"];

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Class or course.</summary>
    public string? Form { get; private set; }

    /// <summary>Form teacher or social teacher, and how to reach them.</summary>
    public string? Contact { get; private set; }

    public string Attendance { get; private set; } = "";

    public string? Note { get; private set; }

    /// <summary>Day on which it was learnt.</summary>
    public DateOnly AsOf { get; private set; }
}

internal sealed class ChildSchoolTable : IEntityTypeConfiguration<ChildSchool>
{
    public void Configure(EntityTypeBuilder<ChildSchool> builder)
    {
        builder.ToTable("school", "probation_observation");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Name).HasMaxLength(300);
        builder.Property(s => s.Form).HasMaxLength(60);
        builder.Property(s => s.Contact).HasMaxLength(500);
        builder.Property(s => s.Attendance).HasMaxLength(20);
        builder.Property(s => s.Note).HasMaxLength(2000);
        builder.HasIndex(s => new { s.SectionId, s.AsOf });
        builder.HasOne<Section>().WithMany().HasForeignKey(s => s.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}
