using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;

namespace Plus.Shared.Rules.Records;

/// <summary>A legal parameter's value from a day on, set by an administrator in place of the delivered one.</summary>
public sealed class ParameterOverride
{
    private ParameterOverride() { }

    public ParameterOverride(
        string code,
        string value,
        DateOnly from,
        bool confirmed,
        string act,
        string article,
        string reason,
        StaffId? by
    )
    {
        (Id, Code, Value, From, Confirmed, Act, Article, Reason, SetBy) = (
            Guid.CreateVersion7(),
            code,
            value,
            from,
            confirmed,
            act,
            article,
            reason,
            by
        );
    }

    public Guid Id { get; private set; }

    public string Code { get; private set; } = "";

    public string Value { get; private set; } = "";

    public DateOnly From { get; private set; }

    /// <summary>The administrator confirms it against the act in force.</summary>
    public bool Confirmed { get; private set; }

    public string Act { get; private set; } = "";

    public string Article { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public StaffId? SetBy { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public uint Version { get; private set; }

    public void Withdraw(DateTimeOffset at) => WithdrawnAt = at;
}

internal sealed class ParameterOverrideTable : IEntityTypeConfiguration<ParameterOverride>
{
    public void Configure(EntityTypeBuilder<ParameterOverride> builder)
    {
        builder.ToTable("parameter_override", "rules");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Code).HasMaxLength(100);
        builder.Property(p => p.Value).HasMaxLength(400);
        builder.Property(p => p.Act).HasMaxLength(200);
        builder.Property(p => p.Article).HasMaxLength(100);
        builder.Property(p => p.Reason).HasMaxLength(2000);
        builder.Property(p => p.Version).IsRowVersion();
        builder.HasIndex(p => new { p.Code, p.From });
    }
}
