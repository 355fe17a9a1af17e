using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;

namespace Plus.Shared.Access.Records;

/// <summary>What somebody is trained in, from the day it was completed to the last day it holds.</summary>
public sealed class StaffTraining
{
    private StaffTraining() { }

    public StaffTraining(StaffId staff, string subject, DateOnly from, DateOnly? to, string evidence)
    {
        (Id, StaffId, Subject, From, To, Evidence) = (Guid.CreateVersion7(), staff, subject, from, to, evidence);
    }

    public Guid Id { get; private set; }

    public StaffId StaffId { get; private set; }

    /// <summary>Code of <see cref="Law.Assignment.TrainingSubjects"/>.</summary>
    public string Subject { get; private set; } = "";

    public DateOnly From { get; private set; }

    /// <summary>Last day it holds; null without an end.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Certificate or programme, with its number.</summary>
    public string Evidence { get; private set; } = "";

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>Recorded in error, or lost: the day before is the last one.</summary>
    public void End(DateOnly lastDay) => To = lastDay < From ? From.AddDays(-1) : lastDay;
}

internal sealed class StaffTrainingTable : IEntityTypeConfiguration<StaffTraining>
{
    public void Configure(EntityTypeBuilder<StaffTraining> builder)
    {
        builder.ToTable("staff_training", "access");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Subject).HasMaxLength(40);
        builder.Property(t => t.Evidence).HasMaxLength(300);
        builder.HasIndex(t => t.StaffId);
        builder.HasOne<Staff>().WithMany().HasForeignKey(t => t.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
