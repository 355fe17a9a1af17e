using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Access.Records;

/// <summary>Which subject of an identity provider a person is; found once by e-mail or number, kept from then on.</summary>
public sealed class StaffSubject
{
    private StaffSubject() { }

    public StaffSubject(StaffId staff, string issuer, string subject, DateTimeOffset at) =>
        (Id, StaffId, Issuer, Subject, Since) = (Guid.CreateVersion7(), staff, issuer, subject, at);

    public Guid Id { get; private set; }

    public StaffId StaffId { get; private set; }

    public string Issuer { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public DateTimeOffset Since { get; private set; }
}

/// <summary>A session of the provider with which a person logged in, so that its end there ends it here.</summary>
public sealed class ProviderSession
{
    private ProviderSession() { }

    public ProviderSession(StaffId staff, string sid, DateTimeOffset at) =>
        (Id, StaffId, Sid, At) = (Guid.CreateVersion7(), staff, sid, at);

    public Guid Id { get; private set; }

    public StaffId StaffId { get; private set; }

    public string Sid { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

internal sealed class StaffSubjectTable : IEntityTypeConfiguration<StaffSubject>
{
    public void Configure(EntityTypeBuilder<StaffSubject> builder)
    {
        builder.ToTable("staff_subject", "access");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Issuer).HasMaxLength(400);
        builder.Property(s => s.Subject).HasMaxLength(255);
        builder.HasIndex(s => new { s.Issuer, s.Subject }).IsUnique();
        builder.HasIndex(s => new { s.StaffId, s.Issuer }).IsUnique();
        builder.HasOne<Staff>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ProviderSessionTable : IEntityTypeConfiguration<ProviderSession>
{
    public void Configure(EntityTypeBuilder<ProviderSession> builder)
    {
        builder.ToTable("provider_session", "access");
        builder.IsBookkeeping();
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Sid).HasMaxLength(255);
        builder.HasIndex(s => s.Sid);
        builder.HasIndex(s => s.StaffId);
        builder.HasOne<Staff>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
