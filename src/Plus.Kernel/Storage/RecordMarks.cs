using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Audit;

namespace Plus.Kernel.Storage;

/// <summary>Marks that entity configurations set.</summary>
public static class RecordMarks
{
    /// <summary>The value never enters the audit's before and after.</summary>
    public static PropertyBuilder<T> IsSecret<T>(this PropertyBuilder<T> property)
    {
        property.Metadata.SetAnnotation(ChangeSnapshot.SecretAnnotation, true);
        return property;
    }

    /// <summary>Bookkeeping, neither personal data nor a decision: saved without a process.</summary>
    public static EntityTypeBuilder<T> IsBookkeeping<T>(this EntityTypeBuilder<T> entity)
        where T : class
    {
        entity.Metadata.SetAnnotation(ChangeSnapshot.UnauditedAnnotation, true);
        return entity;
    }
}
