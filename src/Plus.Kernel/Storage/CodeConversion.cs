using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Plus.Kernel.Storage;

/// <summary>Stores an enum by its name in camelCase, so that renumbering it never changes what stored rows mean.</summary>
public static class CodeConversion
{
    public static PropertyBuilder<TEnum> AsCode<TEnum>(this PropertyBuilder<TEnum> property)
        where TEnum : struct, Enum
    {
        property
            .HasConversion(new ValueConverter<TEnum, string>(v => CodeOf(v), c => Parse<TEnum>(c)))
            .HasMaxLength(40);
        return property;
    }

    public static PropertyBuilder<TEnum?> AsCode<TEnum>(this PropertyBuilder<TEnum?> property)
        where TEnum : struct, Enum
    {
        property
            .HasConversion(new ValueConverter<TEnum, string>(v => CodeOf(v), c => Parse<TEnum>(c)))
            .HasMaxLength(40);
        return property;
    }

    /// <summary>The stored code of an enum value.</summary>
    public static string CodeOf<TEnum>(TEnum value)
        where TEnum : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>The value of a stored code. An unknown code throws: it can only come from damage or a newer version.</summary>
    public static TEnum Parse<TEnum>(string code)
        where TEnum : struct, Enum
    {
        if (
            code.Length > 0
            && Enum.TryParse<TEnum>(char.ToUpperInvariant(code[0]) + code[1..], out var value)
            && Enum.IsDefined(value)
        )
        {
            return value;
        }

        throw new InvalidOperationException($"Unknown stored code '{code}' of {typeof(TEnum).Name}.");
    }
}
