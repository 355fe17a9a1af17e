using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Plus.Web.Binding;

namespace Plus.Shared.Exchange.Mending;

/// <summary>One field of the form.</summary>
/// <param name="Path">Such as <c>measures[0].hours</c>.</param>
/// <param name="Value">What the message has there; null when nothing.</param>
internal sealed record FormMember(string Path, Member Member, string? Value)
{
    /// <summary>The group it stands in: the path without its last member.</summary>
    public string Group =>
        Path.Contains('.', StringComparison.Ordinal) ? Path[..Path.IndexOf('.', StringComparison.Ordinal)] : "";
}

/// <summary>
/// A message as a form: the members that its kind has, whether it brought them or not, and what somebody wrote into
/// them put back. Members that the form does not show stay as they came.
/// </summary>
internal sealed partial class MessageForm
{
    private const int MostItems = 50;

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly JsonObject _root;

    private MessageForm(JsonObject root) => _root = root;

    /// <summary>The form of a line; null when it is no JSON object that can be told apart by its members.</summary>
    public static MessageForm? Of(string raw)
    {
        try
        {
            // Writing it goes through every member: one that is no text fails here and not later.
            return JsonNode.Parse(raw, null, Strict) is JsonObject root && root.ToJsonString(Plain).Length > 0
                ? new MessageForm(root)
                : null;
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The message in one line.</summary>
    public string Text => _root.ToJsonString(Plain);

    /// <summary>The fields in their order.</summary>
    public IReadOnlyList<FormMember> Members()
    {
        var members = MessageMembers.Of(Written("kind"), Written("corrects")).ToList();
        var fields = new List<FormMember>();
        var arrays = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            var at = member.Pattern.IndexOf("[]", StringComparison.Ordinal);
            if (at < 0)
            {
                fields.Add(new FormMember(member.Pattern, member, Written(member.Pattern)));
            }
            else if (arrays.Add(member.Pattern[..at]))
            {
                fields.AddRange(Items(member.Pattern[..at], members));
            }
        }

        return fields;
    }

    /// <summary>Writes what was typed; an empty field takes the member away, a path the contract does not know does nothing.</summary>
    public void Write(string path, string typed, DateOnly today)
    {
        if (
            path.Contains("[]", StringComparison.Ordinal)
            || MessageMembers.Find(Indexes().Replace(path, "[]")) is not { } member
        )
        {
            return;
        }

        var text = typed.Trim();
        var before = Written(path);
        if (
            text.Length == 0
            || text == before?.Trim() && member.Kind is MemberKind.Text or MemberKind.Choice && IsText(path)
        )
        {
            if (text.Length == 0 && before is not null)
            {
                Set(path, null);
            }

            return;
        }

        Set(path, ValueOf(member.Kind, text, today));
    }

    private static JsonNode ValueOf(MemberKind kind, string text, DateOnly today) =>
        kind switch
        {
            MemberKind.Day when ForgivingDate.TryRead(text, today, out var day) => JsonValue.Create(
                day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            ),
            MemberKind.Number
                when decimal.TryParse(
                    text.Replace(',', '.'),
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var number
                ) => JsonValue.Create(number),
            _ => JsonValue.Create(text),
        };

    // What is there, and one empty item where a document must impose something and does not.
    private IEnumerable<FormMember> Items(string array, List<Member> members)
    {
        var items = _root[array] as JsonArray;
        var count = Math.Min(items?.Count ?? 0, MostItems);
        var shown = count == 0 && array == "measures" ? 1 : count;
        for (var i = 0; i < shown; i++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{array}[{i}]");
            var kind = Written(at + ".kind");
            foreach (var member in members.Where(m => m.Pattern.StartsWith(array + "[]", StringComparison.Ordinal)))
            {
                var path = at + member.Pattern[(array.Length + 2)..];
                var value = Written(path);
                if (array != "measures" || value is not null || MessageMembers.MeasureHas(kind, member.Pattern))
                {
                    yield return new FormMember(path, member, value);
                }
            }
        }
    }

    private string? Written(string path) =>
        Node(path) switch
        {
            null or JsonObject or JsonArray => null,
            var value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
            var value => value.ToJsonString(Plain),
        };

    private bool IsText(string path) => Node(path)?.GetValueKind() == JsonValueKind.String;

    private JsonNode? Node(string path)
    {
        JsonNode? at = _root;
        foreach (var (name, index) in Steps(path))
        {
            at = (at as JsonObject)?[name];
            if (index is { } i)
            {
                at = at is JsonArray array && i < array.Count ? array[i] : null;
            }
        }

        return at;
    }

    private void Set(string path, JsonNode? value)
    {
        var steps = Steps(path).ToList();
        var at = _root;
        foreach (var (name, index) in steps.SkipLast(1))
        {
            JsonNode? next = at[name];
            if (index is { } i)
            {
                if (next is not JsonArray array)
                {
                    at[name] = array = [];
                }

                if (i > array.Count || i >= MostItems)
                {
                    return;
                }

                if (i == array.Count)
                {
                    array.Add(new JsonObject());
                }
                else if (array[i] is not JsonObject)
                {
                    array[i] = new JsonObject();
                }

                at = (JsonObject)array[i]!;
                continue;
            }

            if (next is not JsonObject inner)
            {
                at[name] = inner = [];
            }

            at = inner;
        }

        if (value is null)
        {
            at.Remove(steps[^1].Name);
        }
        else
        {
            at[steps[^1].Name] = value;
        }
    }

    private static IEnumerable<(string Name, int? Index)> Steps(string path)
    {
        foreach (var step in path.Split('.'))
        {
            var at = step.IndexOf('[', StringComparison.Ordinal);
            yield return at < 0
                ? (step, null)
                : (step[..at], int.Parse(step.AsSpan(at + 1, step.Length - at - 2), CultureInfo.InvariantCulture));
        }
    }

    [GeneratedRegex(@"\[[0-9]{1,4}\]", RegexOptions.None, 1000)]
    private static partial Regex Indexes();
}
