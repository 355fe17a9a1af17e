using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Plus.Web.Markup;

/// <summary>
/// HTML written by code. <c>html.Add($"&lt;b&gt;{name}&lt;/b&gt;")</c> encodes every hole; only <see cref="IHtmlContent"/>
/// passes as it is. Latvian letters stay letters: a page of numeric references is a third longer.
/// </summary>
public sealed class HtmlText : IHtmlContent
{
    internal static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder text = new();

    /// <summary>Nothing.</summary>
    public static IHtmlContent Empty { get; } = new HtmlText();

    /// <summary>Adds markup; holes are encoded.</summary>
    public HtmlText Add([InterpolatedStringHandlerArgument("")] ref HtmlHoles markup)
    {
        _ = markup;
        return this;
    }

    /// <summary>Adds markup where the condition holds; otherwise its holes are not even evaluated.</summary>
    public HtmlText AddIf(
        bool condition,
        [InterpolatedStringHandlerArgument("", nameof(condition))] ref HtmlHoles markup
    )
    {
        _ = markup;
        return this;
    }

    /// <summary>One piece of HTML from an interpolated string.</summary>
    public static HtmlText Of(Action<HtmlText> write)
    {
        var html = new HtmlText();
        write(html);
        return html;
    }

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var chunk in text.GetChunks())
        {
            writer.Write(chunk.Span);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    internal void Raw(string? value) => text.Append(value);

    internal void Encoded(string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            text.Append(Encoder.Encode(value));
        }
    }

    internal void Content(IHtmlContent content)
    {
        if (content is HtmlText html)
        {
            text.Append(html.text);
            return;
        }

        using var writer = new StringWriter(text, System.Globalization.CultureInfo.InvariantCulture);
        content.WriteTo(writer, Encoder);
    }
}
