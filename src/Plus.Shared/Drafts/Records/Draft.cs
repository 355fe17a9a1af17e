using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Drafts.Records;

/// <summary>A half-filled form of one person. Survives a lost session, a restart and a second tab.</summary>
public sealed class Draft
{
    private Draft() { }

    public Draft(StaffId staff, string journey, string subject, string content, DateTimeOffset at)
    {
        (StaffId, Journey, SubjectId, Content, SavedAt) = (staff, journey, subject, content, at);
    }

    public StaffId StaffId { get; private set; }

    public string Journey { get; private set; } = "";

    /// <summary>The record the form is about; empty when it makes a new one.</summary>
    public string SubjectId { get; private set; } = "";

    /// <summary>JSON.</summary>
    public string Content { get; private set; } = "{}";

    public DateTimeOffset SavedAt { get; private set; }

    public void Save(string content, DateTimeOffset at) => (Content, SavedAt) = (content, at);
}

internal sealed class DraftTable : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("draft", "drafts");
        builder.HasKey(d => new
        {
            d.StaffId,
            d.Journey,
            d.SubjectId,
        });
        builder.Property(d => d.Journey).HasMaxLength(100);
        builder.Property(d => d.SubjectId).HasMaxLength(80);
        builder.Property(d => d.Content).HasColumnType("jsonb");
        builder.IsBookkeeping();
    }
}
