using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Html;

namespace Plus.Web.Markup;

/// <summary>An attribute that is left out when its value is null.</summary>
public readonly record struct Attr(string Name, string? Value)
{
    /// <summary>An attribute without a value, present or not.</summary>
    public static Attr Flag(string name, bool present) => new(name, present ? "" : null);
}

/// <summary>Takes the parts of an interpolated string into an <see cref="HtmlText"/>.</summary>
[InterpolatedStringHandler]
public readonly ref struct HtmlHoles
{
    private readonly HtmlText target;

    /// <summary>Called by the compiler.</summary>
    public HtmlHoles(int literalLength, int formattedCount, HtmlText target) => this.target = target;

    /// <summary>Called by the compiler.</summary>
    public HtmlHoles(int literalLength, int formattedCount, HtmlText target, bool condition, out bool wanted)
    {
        this.target = target;
        wanted = condition;
    }

    /// <summary>Markup as written.</summary>
    public void AppendLiteral(string value) => target.Raw(value);

    /// <summary>Encoded text.</summary>
    public void AppendFormatted(string? value) => target.Encoded(value);

    /// <summary>Markup of another part.</summary>
    public void AppendFormatted(IHtmlContent? value)
    {
        if (value is not null)
        {
            target.Content(value);
        }
    }

    /// <summary>An attribute, with its leading space.</summary>
    public void AppendFormatted(Attr value)
    {
        if (value.Value is null)
        {
            return;
        }

        target.Raw(" ");
        target.Raw(value.Name);
        if (value.Value.Length > 0)
        {
            target.Raw("=\"");
            target.Encoded(value.Value);
            target.Raw("\"");
        }
    }

    /// <summary>A number, always in the form of code (SVG, data attributes).</summary>
    public void AppendFormatted<T>(T value)
        where T : IFormattable => target.Encoded(value.ToString(null, CultureInfo.InvariantCulture));

    /// <summary>A number with a format, in the form of code.</summary>
    public void AppendFormatted<T>(T value, string format)
        where T : IFormattable => target.Encoded(value.ToString(format, CultureInfo.InvariantCulture));
}
