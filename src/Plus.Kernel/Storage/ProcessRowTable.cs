using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Audit;

namespace Plus.Kernel.Storage;

internal sealed class ProcessRowTable : IEntityTypeConfiguration<ProcessRow>
{
    public void Configure(EntityTypeBuilder<ProcessRow> builder)
    {
        builder.ToTable("process", "audit");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Type).HasMaxLength(80);
        builder.Property(p => p.Source).HasMaxLength(100);
        builder.Property(p => p.Reason).HasMaxLength(2000);
        builder.Property(p => p.LegalBasis).HasMaxLength(400);
        builder.Property(p => p.Values).HasColumnType("jsonb");
        builder.Property(p => p.Changes).HasColumnType("jsonb");
        builder.HasIndex(p => new { p.ClientId, p.At });
        builder.HasIndex(p => new { p.ActorId, p.At });
        builder.HasIndex(p => p.At);
        // What was last done to a record of no client (an account, an office); those of clients are found by the client.
        builder.HasIndex(p => new { p.SubjectId, p.At }).HasFilter("client_id IS NULL");
    }
}
