using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Audit;

namespace Plus.Kernel.Storage;

internal sealed class ViewRowTable : IEntityTypeConfiguration<ViewRow>
{
    public void Configure(EntityTypeBuilder<ViewRow> builder)
    {
        builder.ToTable("view", "audit");
        builder.HasKey(v => v.Id);
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Kind).AsCode();
        builder.Property(v => v.Part).HasMaxLength(80);
        builder.Property(v => v.Purpose).HasMaxLength(40);
        builder.Property(v => v.Source).HasMaxLength(100);
        builder.HasIndex(v => v.Clients).HasMethod("gin");
        builder.HasIndex(v => new { v.ActorId, v.At });
        builder.HasIndex(v => v.At);
    }
}
