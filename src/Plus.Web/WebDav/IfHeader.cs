namespace Plus.Web.WebDav;

/// <summary>The header <c>If</c> of RFC 4918, 10.4: lists of conditions, of which one whole list must hold.</summary>
public sealed class IfHeader
{
    private const int MostConditions = 100;

    private IfHeader(IReadOnlyList<ConditionList> lists) => Lists = lists;

    public IReadOnlyList<ConditionList> Lists { get; }

    /// <summary>Every state token that was submitted, also under a Not.</summary>
    public IEnumerable<string> Tokens => Lists.SelectMany(l => l.Conditions).Where(c => !c.IsTag).Select(c => c.Value);

    /// <summary>Reads the header.</summary>
    /// <returns>Null when it does not follow the grammar.</returns>
    public static IfHeader? Parse(string text)
    {
        var reader = new Reader(text);
        var lists = new List<ConditionList>();
        string? resource = null;
        bool? tagged = null;
        var conditions = 0;
        while (!reader.AtEnd)
        {
            if (reader.Peek == '<')
            {
                // Tagged and untagged lists never stand in one header, and a tag is followed by at least one list.
                if (tagged == false || (resource = reader.Between('<', '>')) is null || reader.Peek != '(')
                {
                    return null;
                }

                tagged = true;
            }
            else if (reader.Take('('))
            {
                tagged ??= false;
                if (ReadList(ref reader) is not { } list || (conditions += list.Count) > MostConditions)
                {
                    return null;
                }

                lists.Add(new ConditionList(resource, list));
            }
            else
            {
                return null;
            }
        }

        return lists.Count == 0 ? null : new IfHeader(lists);
    }

    private static List<Condition>? ReadList(ref Reader reader)
    {
        var list = new List<Condition>();
        while (!reader.Take(')'))
        {
            var not = reader.TakeNot();
            var isTag = reader.Peek == '[';
            var value = isTag ? reader.Tag() : reader.Between('<', '>');
            if (string.IsNullOrEmpty(value))
            {
                return null;
            }

            list.Add(new Condition(value, isTag, not));
        }

        return list.Count == 0 ? null : list;
    }

    /// <summary>Conditions that must all hold of one resource.</summary>
    /// <param name="Resource">The address named before the list; null for the request's own.</param>
    /// <param name="Conditions">At least one.</param>
    public sealed record ConditionList(string? Resource, IReadOnlyList<Condition> Conditions);

    /// <summary>One condition.</summary>
    /// <param name="Value">A state token without its brackets, or an entity tag with its quotes.</param>
    /// <param name="IsTag">An entity tag.</param>
    /// <param name="Not">Must not hold.</param>
    public sealed record Condition(string Value, bool IsTag, bool Not);

    private ref struct Reader(string text)
    {
        private readonly string _text = text;
        private int _at;

        public bool AtEnd
        {
            get
            {
                Skip();
                return _at >= _text.Length;
            }
        }

        public char Peek
        {
            get
            {
                Skip();
                return _at < _text.Length ? _text[_at] : '\0';
            }
        }

        public bool Take(char expected)
        {
            if (Peek != expected)
            {
                return false;
            }

            _at++;
            return true;
        }

        public bool TakeNot()
        {
            Skip();
            if (string.Compare(_text, _at, "Not", 0, 3, StringComparison.OrdinalIgnoreCase) != 0)
            {
                return false;
            }

            _at += 3;
            return true;
        }

        public string? Between(char open, char close)
        {
            if (!Take(open) || _text.IndexOf(close, _at) is not (>= 0 and var end))
            {
                return null;
            }

            var value = _text[_at..end];
            _at = end + 1;
            return value.Any(c => char.IsWhiteSpace(c) || c == open) ? null : value;
        }

        // An entity tag may hold a closing bracket within its quotes.
        public string? Tag()
        {
            Take('[');
            var start = _at;
            if (string.CompareOrdinal(_text, _at, "W/", 0, 2) == 0)
            {
                _at += 2;
            }

            if (_at >= _text.Length || _text[_at] != '"' || _text.IndexOf('"', _at + 1) is not (>= 0 and var end))
            {
                return null;
            }

            _at = end + 1;
            var value = _text[start.._at];
            return Take(']') ? value : null;
        }

        private void Skip()
        {
            while (_at < _text.Length && _text[_at] is ' ' or '\t')
            {
                _at++;
            }
        }
    }
}
