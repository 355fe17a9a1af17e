using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Plus.Kernel.Storage;

/// <summary>Names columns, keys and indexes in snake_case, so that SQL by hand needs no quotes.</summary>
public static class SnakeCaseNames
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            var table = entity.GetTableName() ?? throw new InvalidOperationException($"{entity.Name} has no table.");
            foreach (var property in entity.GetProperties())
            {
                // PostgreSQL's own row version keeps its name.
                if (
                    property.GetColumnName() != "xmin"
                    && !(property.IsConcurrencyToken && property.ClrType == typeof(uint))
                )
                {
                    property.SetColumnName(Of(property.Name));
                }
            }

            foreach (var key in entity.GetKeys())
            {
                key.SetName(key.IsPrimaryKey() ? $"pk_{table}" : $"ak_{table}_" + Join(key.Properties));
            }

            foreach (var foreignKey in entity.GetForeignKeys())
            {
                foreignKey.SetConstraintName($"fk_{table}_" + Join(foreignKey.Properties));
            }

            foreach (var index in entity.GetIndexes().Where(i => i.Name is null))
            {
                index.SetDatabaseName($"ix_{table}_" + Join(index.Properties));
            }
        }
    }

    /// <summary>OfficeId becomes office_id.</summary>
    public static string Of(string name)
    {
        // The bare words are reserved in SQL.
        if (name is "From" or "To")
        {
            return name == "From" ? "valid_from" : "valid_to";
        }

        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (
                char.IsUpper(name[i])
                && i > 0
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])))
            )
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    private static string Join(IEnumerable<Microsoft.EntityFrameworkCore.Metadata.IMutableProperty> properties) =>
        string.Join('_', properties.Select(p => Of(p.Name)));
}
