using System.Text;

namespace Plus.Web.Language;

/// <summary>
/// One text, split once at load. <c>{name}</c> is a placeholder; <c>{name:long}</c> one with a format
/// (see <see cref="TextValues"/>); <c>{count|klients|klienti|klientu}</c> picks a plural form in the order
/// one, other, zero, where <c>#</c> inside a form is the number itself. <c>{{</c> is a brace.
/// </summary>
internal sealed class TextPattern
{
    private readonly Piece[] pieces;
    private readonly PageLanguage language;

    private TextPattern(PageLanguage language, Piece[] pieces)
    {
        this.language = language;
        this.pieces = pieces;
    }

    /// <summary>Names of the placeholders, for checks that both languages use the same.</summary>
    public IEnumerable<string> Names => pieces.Where(p => p.Name is not null).Select(p => p.Name!).Distinct();

    public static TextPattern Parse(PageLanguage language, string text)
    {
        var found = new List<Piece>();
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '{' or '}' && i + 1 < text.Length && text[i + 1] == c)
            {
                literal.Append(c);
                i++;
            }
            else if (c == '{')
            {
                var end = text.IndexOf('}', i);
                if (end < 0)
                {
                    throw new FormatException($"A placeholder is not closed: {text}");
                }

                Flush(found, literal);
                found.Add(Placeholder(text[(i + 1)..end]));
                i = end;
            }
            else
            {
                literal.Append(c);
            }
        }

        Flush(found, literal);
        return new TextPattern(language, [.. found]);
    }

    public string Fill(Func<string, (bool Found, object? Value)> values)
    {
        if (pieces is [{ Name: null } only])
        {
            return only.Literal;
        }

        var result = new StringBuilder();
        foreach (var piece in pieces)
        {
            if (piece.Name is null)
            {
                result.Append(piece.Literal);
                continue;
            }

            var (found, value) = values(piece.Name);
            result.Append(found ? Written(piece, value) : $"{{{piece.Name}}}");
        }

        return result.ToString();
    }

    private string Written(Piece piece, object? value)
    {
        if (piece.Forms is null)
        {
            return TextValues.Write(language, value, piece.Format);
        }

        var count = Convert.ToInt64(value ?? 0, language.Culture);
        var form = (int)PluralForms.Of(language, count);
        var words = piece.Forms[Math.Min(form, piece.Forms.Length - 1)];
        return words.Replace("#", TextValues.Write(language, count, null), StringComparison.Ordinal);
    }

    private static Piece Placeholder(string inside)
    {
        var parts = inside.Split('|');
        if (parts.Length > 1)
        {
            return new Piece("", parts[0].Trim(), null, parts[1..]);
        }

        var colon = inside.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? new Piece("", inside.Trim(), null, null)
            : new Piece("", inside[..colon].Trim(), inside[(colon + 1)..], null);
    }

    private static void Flush(List<Piece> found, StringBuilder literal)
    {
        if (literal.Length > 0)
        {
            found.Add(new Piece(literal.ToString(), null, null, null));
            literal.Clear();
        }
    }

    private sealed record Piece(string Literal, string? Name, string? Format, string[]? Forms);
}
