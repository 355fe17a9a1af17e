using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Law.Terms;

namespace Plus.Shared.Cases.Records;

/// <summary>
/// Something that changed the term of a section after it was set, beside its suspensions: extended, set anew, custody
/// counted in, ended early. What was entered in error is withdrawn and stays.
/// </summary>
public sealed class TermChangeRow
{
    public const string Extended = "extended";
    public const string Replaced = "replaced";
    public const string CustodyCounted = "custodyCounted";
    public const string EndedEarly = "endedEarly";

    private TermChangeRow() { }

    public TermChangeRow(
        SectionId section,
        string kind,
        DateOnly decidedOn,
        int? months,
        int? days,
        DateOnly? lastDay,
        string document
    )
    {
        (Id, SectionId, Kind, DecidedOn) = (Guid.CreateVersion7(), section, kind, decidedOn);
        (Months, Days, LastDay, Document) = (months, days, lastDay, document);
    }

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    public string Kind { get; private set; } = "";

    /// <summary>Day of the decision.</summary>
    public DateOnly DecidedOn { get; private set; }

    /// <summary>Months of an extension or of the whole term set anew.</summary>
    public int? Months { get; private set; }

    /// <summary>Days in custody that are counted in.</summary>
    public int? Days { get; private set; }

    /// <summary>The last day of the term when a court ended it early.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>Who decided, and the number of the decision.</summary>
    public string Document { get; private set; } = "";

    public DateOnly? WithdrawnOn { get; private set; }

    public uint Version { get; private set; }

    public void Withdraw(DateOnly on) => WithdrawnOn = on;

    /// <summary>As the law counts it.</summary>
    public TermChange ToLaw() =>
        Kind switch
        {
            Extended => new TermChange.Extended(DecidedOn, Months!.Value),
            Replaced => new TermChange.Replaced(DecidedOn, Months!.Value),
            CustodyCounted => new TermChange.CustodyCounted(Days!.Value),
            EndedEarly => new TermChange.EndedEarly(LastDay!.Value),
            _ => throw new InvalidOperationException($"Unknown change of a term: {Kind}."),
        };
}

internal sealed class TermChangeTable : IEntityTypeConfiguration<TermChangeRow>
{
    public void Configure(EntityTypeBuilder<TermChangeRow> builder)
    {
        builder.ToTable(
            "term_change",
            "cases",
            t =>
                t.HasCheckConstraint(
                    "ck_term_change_kind",
                    "(kind IN ('extended', 'replaced')) = (months IS NOT NULL) AND (kind = 'custodyCounted') = (days IS NOT NULL) AND (kind = 'endedEarly') = (last_day IS NOT NULL)"
                )
        );
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Kind).HasMaxLength(20);
        builder.Property(c => c.Document).HasMaxLength(200);
        builder.Property(c => c.Version).IsRowVersion();
        builder.HasIndex(c => c.SectionId);
        builder.HasOne<Section>().WithMany().HasForeignKey(c => c.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}
