using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Plus.Kernel.Ids;

namespace Plus.Shared.Retention.Plan;

/// <summary>Which columns of a table hold words about a person, and what each becomes when they are taken away.</summary>
internal static partial class TextColumns
{
    /// <summary>Codes of the house are no longer; what is longer is somebody's words.</summary>
    private const int LongestCode = 60;

    /// <summary>Columns and the expression each becomes; codes, numbers and days stay.</summary>
    public static IEnumerable<(string Column, string Becomes)> Of(IEntityType type)
    {
        var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        foreach (var property in type.GetProperties())
        {
            if (property.GetColumnName(table) is not { } column || property.IsPrimaryKey())
            {
                continue;
            }

            if (NamesFile(property) && property.IsNullable)
            {
                yield return (column, "NULL");
            }
            else if (HoldsWords(property))
            {
                yield return (column, Becomes(type, property));
            }
        }
    }

    /// <summary>A file that no record names any more is removed by the night's sweep.</summary>
    public static bool NamesFile(IProperty property) =>
        (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(FileId);

    private static bool HoldsWords(IProperty property)
    {
        var stored = property.GetColumnType();
        if (stored is "jsonb" or "json" or "bytea" or "text")
        {
            return true;
        }

        // An enum is stored by its code.
        return property.ClrType == typeof(string)
            && (property.GetMaxLength() is not { } length || length > LongestCode || Personal().IsMatch(property.Name));
    }

    private static string Becomes(IEntityType type, IProperty property)
    {
        if (property.IsNullable)
        {
            return "NULL";
        }

        return property.GetColumnType() switch
        {
            "jsonb" or "json" => "'{}'",
            "bytea" => "''::bytea",
            // What must be unique stays so, and says nothing.
            _ when type.GetIndexes().Any(i => i.IsUnique && i.Properties.Contains(property)) =>
                $"left('x' || md5({Key(type)}), {property.GetMaxLength() ?? 33})",
            _ => "''",
        };
    }

    private static string Key(IEntityType type) =>
        string.Join(" || ", type.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName() + "::text"));

    // Short columns that name a person or how to reach one.
    [GeneratedRegex(
        "(PersonalCode|Phone|Email|Name|Surname|Address|RegistrationNo|ProceedingNo|CaseNumber)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Personal();
}
