using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.WorkHours.Records;

/// <summary>
/// A file of worked hours that came from a host. It is its importer's own until it is done; the hours in it are entries
/// like any others. The same file is known again by its content.
/// </summary>
public sealed class SheetImport
{
    private SheetImport() { }

    public SheetImport(HostEmployerId host, StaffId staff, string hash, DateTimeOffset at)
    {
        (Id, HostEmployerId, StaffId, Hash, At) = (Guid.CreateVersion7(), host, staff, hash, at);
    }

    public Guid Id { get; private set; }

    public HostEmployerId HostEmployerId { get; private set; }

    public StaffId StaffId { get; private set; }

    /// <summary>SHA-256 of the file.</summary>
    public string Hash { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

/// <summary>A line of such a file and what became of it.</summary>
public sealed class SheetImportLine
{
    private SheetImportLine() { }

    public SheetImportLine(SheetImport import, int number, string caseNumber, string day, string worked)
    {
        (Id, ImportId, StaffId, Number, CaseNumber, Day, Worked) = (
            Guid.CreateVersion7(),
            import.Id,
            import.StaffId,
            number,
            caseNumber,
            day,
            worked
        );
    }

    public const string Waits = "waits";
    public const string Entered = "entered";
    public const string Known = "known";
    public const string Refused = "refused";

    public Guid Id { get; private set; }

    public Guid ImportId { get; private set; }

    public StaffId StaffId { get; private set; }

    /// <summary>Line of the file, the heading being the first.</summary>
    public int Number { get; private set; }

    public string CaseNumber { get; private set; } = "";

    /// <summary>As it stands in the file.</summary>
    public string Day { get; private set; } = "";

    /// <summary>As it stands in the file.</summary>
    public string Worked { get; private set; } = "";

    /// <summary>waits, entered, known (was there already) or refused.</summary>
    public string State { get; private set; } = Waits;

    /// <summary>Why it was refused, in the words it was refused with.</summary>
    public string? Reason { get; private set; }

    public void Become(string state, string? reason = null) => (State, Reason) = (state, reason);
}

internal sealed class SheetImportTable : IEntityTypeConfiguration<SheetImport>
{
    public void Configure(EntityTypeBuilder<SheetImport> builder)
    {
        builder.ToTable("sheet_import", "work_hours");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Hash).HasMaxLength(64);
        builder
            .HasIndex(i => new
            {
                i.HostEmployerId,
                i.StaffId,
                i.Hash,
            })
            .IsUnique();
        builder
            .HasOne<HostEmployer>()
            .WithMany()
            .HasForeignKey(i => i.HostEmployerId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.IsBookkeeping();
    }
}

internal sealed class SheetImportLineTable : IEntityTypeConfiguration<SheetImportLine>
{
    public void Configure(EntityTypeBuilder<SheetImportLine> builder)
    {
        builder.ToTable("sheet_import_line", "work_hours");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.CaseNumber).HasMaxLength(60);
        builder.Property(l => l.Day).HasMaxLength(60);
        builder.Property(l => l.Worked).HasMaxLength(60);
        builder.Property(l => l.State).HasMaxLength(20);
        builder.Property(l => l.Reason).HasMaxLength(1000);
        builder.HasIndex(l => new { l.ImportId, l.Number }).IsUnique();
        builder.HasOne<SheetImport>().WithMany().HasForeignKey(l => l.ImportId).OnDelete(DeleteBehavior.Cascade);
        builder.IsBookkeeping();
    }
}
