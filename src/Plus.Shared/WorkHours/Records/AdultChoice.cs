using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.WorkHours.Records;

/// <summary>What a person chose when the client turned adult while a measure for children was executed.</summary>
public sealed class AdultChoice
{
    private AdultChoice() { }

    public AdultChoice(SectionId section, string choice, string reason, DateOnly chosenOn, StaffId? by) =>
        (SectionId, Choice, Reason, ChosenOn, ChosenBy) = (section, choice, reason, chosenOn, by);

    /// <summary>Codes of the choices; texts <c>workHours.adult.choice.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> All { get; } = ["goOn", "changeConditions", "askCourt"];

    public SectionId SectionId { get; private set; }

    public string Choice { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public DateOnly ChosenOn { get; private set; }

    public StaffId? ChosenBy { get; private set; }
}

internal sealed class AdultChoiceTable : IEntityTypeConfiguration<AdultChoice>
{
    public void Configure(EntityTypeBuilder<AdultChoice> builder)
    {
        builder.ToTable("adult_choice", "work_hours");
        builder.HasKey(c => c.SectionId);
        builder.Property(c => c.SectionId).ValueGeneratedNever();
        builder.Property(c => c.Choice).HasMaxLength(40);
        builder.Property(c => c.Reason).HasMaxLength(2000);
        builder
            .HasOne<Section>()
            .WithOne()
            .HasForeignKey<AdultChoice>(c => c.SectionId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
