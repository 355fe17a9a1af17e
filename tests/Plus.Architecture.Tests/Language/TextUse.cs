using System.Text.RegularExpressions;
using Plus.Architecture.Tests.Sources;

namespace Plus.Architecture.Tests.Language;

/// <summary>
/// Which texts the sources ask for. A key is written whole, or its beginning is, with a code put behind it; of pages
/// every piece in quotes is looked at.
/// </summary>
internal sealed partial class TextUse
{
    private readonly HashSet<string> _whole = new(StringComparer.Ordinal);
    private readonly HashSet<string> _beginnings = new(StringComparer.Ordinal);

    public TextUse(IEnumerable<SourceFile> files)
    {
        foreach (var literal in files.SelectMany(LiteralsOf))
        {
            // Messages carry values behind the key: web.error.tooLong|max={1}.
            var key = literal.Split('|')[0];
            if (key.EndsWith('*') || key.EndsWith('.'))
            {
                _beginnings.Add(key.TrimEnd('*'));
            }
            else
            {
                _whole.Add(key);
            }
        }

        _beginnings.RemoveWhere(b => b.Length < 4 || !b.Contains('.', StringComparison.Ordinal));
    }

    /// <summary>Texts that nothing asks for.</summary>
    public IEnumerable<string> Unused(IEnumerable<TextLine> texts) =>
        texts.Where(t => !IsUsed(t.Key)).Select(t => $"{t.Folder}: nothing asks for {t.Key}.");

    /// <summary>Whole keys that no text answers. Only names that look like a key of a folder's texts are judged.</summary>
    public IEnumerable<string> Unknown(IReadOnlyList<TextLine> texts)
    {
        var known = texts.Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        return _asked.Except(known, StringComparer.Ordinal).Select(k => $"No text answers {k}.");
    }

    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private bool IsUsed(string key) =>
        _whole.Contains(key)
        || _beginnings.Any(b => key.StartsWith(b, StringComparison.Ordinal))
        || (key.EndsWith(".hint", StringComparison.Ordinal) && IsUsed(key[..^5]));

    private IEnumerable<string> LiteralsOf(SourceFile file)
    {
        foreach (Match asked in Asked().Matches(file.Text))
        {
            _asked.Add(asked.Groups["key"].Value);
        }

        return file.Path.EndsWith(".cshtml", StringComparison.Ordinal)
            ? Quoted().Matches(file.Text).Select(m => m.Groups["text"].Value.Replace("@", "", StringComparison.Ordinal))
            : file.Literals;
    }

    // Looked at from every quote on: quotes stand within quotes in a page.
    [GeneratedRegex("\"(?=(?<text>[^\"\\s]+)\")", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(
        "(?:\\bT\\[|\\btexts\\[|\\bkey=|flash\\.(?:Success|Notice|Warning)\\(|: Refusal\\(|new MenuItem\\()\"(?<key>[a-z][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_]+)+)\"(?! \\+)",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Asked();
}
