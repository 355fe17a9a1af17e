using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Cases.Records;

/// <summary>
/// The one case of a client. Its number never changes when the case is supplemented, reopened or handed to another
/// office (regulation on case files of 2008).
/// </summary>
public sealed class Case
{
    private Case() { }

    public Case(CaseId id, ClientId client, string number, DateOnly openedOn)
    {
        (Id, ClientId, Number, OpenedOn) = (id, client, number, openedOn);
    }

    public CaseId Id { get; private set; }

    public ClientId ClientId { get; private set; }

    /// <summary>Permanent number, year and running number: 2026-000123.</summary>
    public string Number { get; private set; } = "";

    public DateOnly OpenedOn { get; private set; }

    /// <summary>When the general part of the file was put in order; what the two-working-day task waits for.</summary>
    public DateOnly? FormedOn { get; private set; }

    public void Form(DateOnly on) => FormedOn = on;
}

internal sealed class CaseTable : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("client_case", "cases");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Number).HasMaxLength(20);
        builder.HasIndex(c => c.ClientId).IsUnique();
        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasOne<Client>().WithOne().HasForeignKey<Case>(c => c.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}
