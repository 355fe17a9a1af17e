using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Plus.Shared.Contacts.Records;

/// <summary>A kind of contact and how it behaves: what its forms ask. Delivered, and changed by the Service.</summary>
public sealed class ContactKind
{
    private ContactKind() { }

    /// <summary>Codes that come with PLUS and have a text.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    ["office", "phone", "video", "home", "workplace", "collateral", "registerCheck"];

    /// <summary>office, home, phone, video, workplace, collateral, registerCheck. What they are called stands in the texts.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Place in lists: most frequent first.</summary>
    public int Ordinal { get; private set; }

    /// <summary>Where it takes place.</summary>
    public bool AsksPlace { get; private set; }

    /// <summary>Whether the client came; not for checks made without the client.</summary>
    public bool AsksAttendance { get; private set; }

    /// <summary>A room of the office is taken for it; people are then near one another.</summary>
    public bool InOffice { get; private set; }

    /// <summary>Whether it counts to the number of contacts that the level of risk asks for.</summary>
    public bool CountsToNorm { get; private set; }

    /// <summary>How long it usually lasts.</summary>
    public int Minutes { get; private set; }

    /// <summary>Whether new ones may be planned.</summary>
    public bool Active { get; private set; }

    public uint Version { get; private set; }

    public void Behave(
        bool asksPlace,
        bool asksAttendance,
        bool inOffice,
        bool countsToNorm,
        int minutes,
        bool active
    ) =>
        (AsksPlace, AsksAttendance, InOffice, CountsToNorm, Minutes, Active) = (
            asksPlace,
            asksAttendance,
            inOffice,
            countsToNorm,
            minutes,
            active
        );
}

internal sealed class ContactKindTable : IEntityTypeConfiguration<ContactKind>
{
    public void Configure(EntityTypeBuilder<ContactKind> builder)
    {
        builder.ToTable("kind", "contacts", t => t.HasCheckConstraint("ck_kind_minutes", "minutes BETWEEN 1 AND 600"));
        builder.HasKey(k => k.Code);
        builder.Property(k => k.Code).HasMaxLength(40);
        builder.Property(k => k.Version).IsRowVersion();
    }
}
