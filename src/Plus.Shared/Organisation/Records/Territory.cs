using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Plus.Shared.Organisation.Records;

/// <summary>A unit of the classifier of administrative territories (ATVK), dated; old codes stay for history.</summary>
public sealed class Territory
{
    private Territory() { }

    public Territory(string code, string name, DateOnly from, DateOnly? to = null)
    {
        (Code, Name, From, To) = (code, name, from, to);
    }

    /// <summary>Seven digits.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }
}

internal sealed class TerritoryTable : IEntityTypeConfiguration<Territory>
{
    public void Configure(EntityTypeBuilder<Territory> builder)
    {
        builder.ToTable("territory", "organisation");
        builder.HasKey(t => t.Code);
        builder.Property(t => t.Code).HasMaxLength(7);
        builder.Property(t => t.Name).HasMaxLength(200);
    }
}
