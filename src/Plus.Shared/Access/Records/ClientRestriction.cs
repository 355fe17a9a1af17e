using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Access.Records;

/// <summary>Which way a restriction works.</summary>
public enum RestrictionKind
{
    /// <summary>The people named may not.</summary>
    Exclude,

    /// <summary>Only the people named may. With nobody named, nobody.</summary>
    Only,

    /// <summary>Only who holds the permission for protected persons in their scope, and whose own case it is.</summary>
    Protected,
}

/// <summary>
/// A client who is closed to some: to the people named, or to everybody but them. Until the last day, which counts.
/// </summary>
public sealed class ClientRestriction
{
    private ClientRestriction() { }

    public ClientRestriction(
        ClientId client,
        RestrictionKind kind,
        IEnumerable<StaffId> people,
        string reason,
        string? note,
        DateOnly from,
        DateOnly to
    )
    {
        (Id, ClientId, Kind, Reason, Note) = (Guid.CreateVersion7(), client, kind, reason, note);
        (People, From, To) = ([.. people.Select(p => p.Value)], from, to);
    }

    public Guid Id { get; private set; }

    public ClientId ClientId { get; private set; }

    public RestrictionKind Kind { get; private set; }

    /// <summary>Ids of staff.</summary>
    public Guid[] People { get; private set; } = [];

    /// <summary>relative, staffMember, protected, conflict or other.</summary>
    public string Reason { get; private set; } = "";

    public string? Note { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public uint Version { get; private set; }

    public bool RunsOn(DateOnly day) => From <= day && day <= To;

    public void End(DateOnly lastDay) => To = lastDay;
}

internal sealed class ClientRestrictionTable : IEntityTypeConfiguration<ClientRestriction>
{
    public void Configure(EntityTypeBuilder<ClientRestriction> builder)
    {
        builder.ToTable("client_restriction", "access");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Kind).AsCode();
        builder.Property(r => r.Reason).HasMaxLength(40);
        builder.Property(r => r.Note).HasMaxLength(1000);
        builder.Property(r => r.Version).IsRowVersion();
        builder.HasIndex(r => r.ClientId);
        builder.HasIndex(r => r.To);
        builder.HasOne<Client>().WithMany().HasForeignKey(r => r.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}
