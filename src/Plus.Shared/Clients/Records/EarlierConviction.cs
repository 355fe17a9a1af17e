using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;

namespace Plus.Shared.Clients.Records;

/// <summary>A conviction before the present measure, as a document or a register says.</summary>
public sealed class EarlierConviction
{
    private EarlierConviction() { }

    public EarlierConviction(
        ClientId client,
        DateOnly convictedOn,
        string court,
        string article,
        int? sup,
        int? part,
        string source
    )
    {
        (Id, ClientId, ConvictedOn, Court, Article, Sup, Part, Source) = (
            Guid.CreateVersion7(),
            client,
            convictedOn,
            court,
            article,
            sup,
            part,
            source
        );
    }

    public Guid Id { get; private set; }

    public ClientId ClientId { get; private set; }

    public DateOnly ConvictedOn { get; private set; }

    public string Court { get; private set; } = "";

    public string Article { get; private set; } = "";

    /// <summary>Superscript of the article, apart from its number.</summary>
    public int? Sup { get; private set; }

    public int? Part { get; private set; }

    public string Source { get; private set; } = "";

    public void MoveTo(ClientId client) => ClientId = client;
}

internal sealed class EarlierConvictionTable : IEntityTypeConfiguration<EarlierConviction>
{
    public void Configure(EntityTypeBuilder<EarlierConviction> builder)
    {
        builder.ToTable("earlier_conviction", "clients");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Court).HasMaxLength(200);
        builder.Property(c => c.Article).HasMaxLength(10);
        builder.Property(c => c.Source).HasMaxLength(200);
        builder.HasIndex(c => c.ClientId);
        builder.HasOne<Client>().WithMany().HasForeignKey(c => c.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}
