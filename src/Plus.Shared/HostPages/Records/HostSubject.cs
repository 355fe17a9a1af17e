using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.HostPages.Records;

/// <summary>Which subject of an identity provider a contact person is; found once by a verified e-mail address, kept from then on.</summary>
public sealed class HostSubject
{
    private HostSubject() { }

    public HostSubject(Guid contact, string issuer, string subject, DateTimeOffset at) =>
        (Id, ContactId, Issuer, Subject, Since) = (Guid.CreateVersion7(), contact, issuer, subject, at);

    public Guid Id { get; private set; }

    public Guid ContactId { get; private set; }

    public string Issuer { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public DateTimeOffset Since { get; private set; }
}

internal sealed class HostSubjectTable : IEntityTypeConfiguration<HostSubject>
{
    public void Configure(EntityTypeBuilder<HostSubject> builder)
    {
        builder.ToTable("contact_subject", "host_pages");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Issuer).HasMaxLength(400);
        builder.Property(s => s.Subject).HasMaxLength(255);
        builder.HasIndex(s => new { s.Issuer, s.Subject }).IsUnique();
        builder.HasIndex(s => new { s.ContactId, s.Issuer }).IsUnique();
        builder.HasOne<HostContact>().WithMany().HasForeignKey(s => s.ContactId).OnDelete(DeleteBehavior.Restrict);
    }
}
