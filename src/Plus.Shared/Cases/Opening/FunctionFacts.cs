using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Cases.Opening;

/// <summary>The rows that a function keeps one to one with a section, found by the function's schema.</summary>
public static class FunctionFacts
{
    /// <summary>Removes them from a section that is carried out in another function after all; history keeps them.</summary>
    public static async Task RemoveAsync(PlusDb db, string function, SectionId section, CancellationToken ct)
    {
        var kept = db
            .Model.GetEntityTypes()
            .Where(t =>
                t.GetSchema() == function
                && t.FindPrimaryKey() is { Properties: [var key] }
                && key.ClrType == typeof(SectionId)
            );
        foreach (var type in kept)
        {
            if (await db.FindAsync(type.ClrType, [section], ct) is { } facts)
            {
                db.Remove(facts);
            }
        }
    }
}
