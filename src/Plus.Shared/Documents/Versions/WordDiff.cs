namespace Plus.Shared.Documents.Versions;

/// <summary>What became of a piece of text.</summary>
public enum DiffKind
{
    Same,
    Removed,
    Added,
}

/// <summary>A piece of a line.</summary>
public sealed record DiffPiece(DiffKind Kind, string Text);

/// <summary>
/// What differs between two texts: lines are matched first, then words within lines that stand in each other's place.
/// Putting together what is not removed gives the newer text, what is not added the older one.
/// </summary>
public static class WordDiff
{
    // Beyond this a block is shown as replaced whole: its words have little in common with the others.
    private const long MostCells = 4_000_000;

    /// <summary>The lines of both, each as its pieces.</summary>
    public static IReadOnlyList<IReadOnlyList<DiffPiece>> Lines(string older, string newer)
    {
        var (from, to) = (older.Split('\n'), newer.Split('\n'));
        var lines = new List<IReadOnlyList<DiffPiece>>();
        var removed = new List<string>();
        var added = new List<string>();
        foreach (var piece in Match(from, to))
        {
            switch (piece.Kind)
            {
                case DiffKind.Removed:
                    removed.Add(piece.Text);
                    break;
                case DiffKind.Added:
                    added.Add(piece.Text);
                    break;
                default:
                    Settle(removed, added, lines);
                    lines.Add([piece]);
                    break;
            }
        }

        Settle(removed, added, lines);
        return lines;
    }

    // Lines that went and lines that came at one place are laid beside one another, as far as they go in pairs.
    private static void Settle(List<string> removed, List<string> added, List<IReadOnlyList<DiffPiece>> lines)
    {
        var pairs = Math.Min(removed.Count, added.Count);
        for (var i = 0; i < pairs; i++)
        {
            lines.Add(Joined(Match(Words(removed[i]), Words(added[i]))));
        }

        lines.AddRange(removed.Skip(pairs).Select(l => (IReadOnlyList<DiffPiece>)[new DiffPiece(DiffKind.Removed, l)]));
        lines.AddRange(added.Skip(pairs).Select(l => (IReadOnlyList<DiffPiece>)[new DiffPiece(DiffKind.Added, l)]));
        removed.Clear();
        added.Clear();
    }

    // Words with the blank behind them, so that nothing is lost in putting them together again.
    private static string[] Words(string line)
    {
        var words = new List<string>();
        var begin = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == ' ' && (at + 1 == line.Length || line[at + 1] != ' '))
            {
                words.Add(line[begin..(at + 1)]);
                begin = at + 1;
            }
        }

        if (begin < line.Length)
        {
            words.Add(line[begin..]);
        }

        return [.. words];
    }

    private static List<DiffPiece> Joined(IEnumerable<DiffPiece> pieces)
    {
        var joined = new List<DiffPiece>();
        foreach (var piece in pieces)
        {
            if (joined.Count > 0 && joined[^1].Kind == piece.Kind)
            {
                joined[^1] = new DiffPiece(piece.Kind, joined[^1].Text + piece.Text);
            }
            else
            {
                joined.Add(piece);
            }
        }

        return joined;
    }

    private static IEnumerable<DiffPiece> Match(string[] from, string[] to)
    {
        var start = 0;
        while (start < from.Length && start < to.Length && from[start] == to[start])
        {
            yield return new DiffPiece(DiffKind.Same, from[start++]);
        }

        var (fromEnd, toEnd) = (from.Length, to.Length);
        while (fromEnd > start && toEnd > start && from[fromEnd - 1] == to[toEnd - 1])
        {
            (fromEnd, toEnd) = (fromEnd - 1, toEnd - 1);
        }

        foreach (var piece in Middle(from[start..fromEnd], to[start..toEnd]))
        {
            yield return piece;
        }

        foreach (var same in from[fromEnd..])
        {
            yield return new DiffPiece(DiffKind.Same, same);
        }
    }

    private static IEnumerable<DiffPiece> Middle(string[] from, string[] to)
    {
        if ((long)from.Length * to.Length > MostCells)
        {
            return
            [
                .. from.Select(f => new DiffPiece(DiffKind.Removed, f)),
                .. to.Select(t => new DiffPiece(DiffKind.Added, t)),
            ];
        }

        // Length of the longest common row of the rest, from each pair of places on.
        var longest = new int[from.Length + 1, to.Length + 1];
        for (var f = from.Length - 1; f >= 0; f--)
        {
            for (var t = to.Length - 1; t >= 0; t--)
            {
                longest[f, t] =
                    from[f] == to[t] ? longest[f + 1, t + 1] + 1 : Math.Max(longest[f + 1, t], longest[f, t + 1]);
            }
        }

        var pieces = new List<DiffPiece>();
        var (i, j) = (0, 0);
        while (i < from.Length || j < to.Length)
        {
            if (i < from.Length && j < to.Length && from[i] == to[j])
            {
                pieces.Add(new DiffPiece(DiffKind.Same, from[i]));
                (i, j) = (i + 1, j + 1);
            }
            else if (j == to.Length || (i < from.Length && longest[i + 1, j] >= longest[i, j + 1]))
            {
                pieces.Add(new DiffPiece(DiffKind.Removed, from[i++]));
            }
            else
            {
                pieces.Add(new DiffPiece(DiffKind.Added, to[j++]));
            }
        }

        return pieces;
    }
}
