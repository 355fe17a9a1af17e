using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;

namespace Plus.Web.Lists;

/// <summary>
/// How a list is asked for: order, page, filters. Addresses look like
/// <c>/clients?office=riga&amp;sort=opened&amp;dir=desc&amp;page=2&amp;typed=k3f9</c>; what the rules do not name is
/// ignored, never passed on.
/// </summary>
public sealed class ListQuery
{
    private const int LongestCode = 64;

    /// <summary>What the list allows.</summary>
    public required ListRules Rules { get; init; }

    /// <summary>Code of the column sorted by.</summary>
    public required string Sort { get; init; }

    /// <summary>Falling order.</summary>
    public required bool Falls { get; init; }

    /// <summary>The page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>Filter name and its chosen codes.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Id under which typed text stands.</summary>
    public string? TypedId { get; init; }

    /// <summary>The typed text, by filter name.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; private set; } = new Dictionary<string, string>();

    /// <summary>Rows to skip.</summary>
    public int Skip => (int)Math.Min(int.MaxValue, (Page - 1L) * Rules.PageSize);

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsFiltered => Filters.Count > 0 || Typed.Count > 0;

    /// <summary>The single code of a filter, or null.</summary>
    public string? Code(string filter) => Filters.TryGetValue(filter, out var codes) ? codes[0] : null;

    /// <summary>The codes of a filter; none when it is not set.</summary>
    public IReadOnlyList<string> Codes(string filter) => Filters.GetValueOrDefault(filter, []);

    /// <summary>The typed text of a filter, trimmed; null when there is none.</summary>
    public string? Text(string filter) => Typed.TryGetValue(filter, out var text) ? text : null;

    /// <summary>Reads the address, and the typed text from where it stands.</summary>
    public static async Task<ListQuery> Read(HttpContext context, ListRules rules)
    {
        var query = Read(context.Request.Query, rules);
        if (query.TypedId is null || StaffOf(context).Current.Id is not { } staff)
        {
            return query;
        }

        var store = context.RequestServices.GetRequiredService<IStoredQueries>();
        var typed = await store.Find(staff, rules.Path, query.TypedId, context.RequestAborted);
        query.Typed = typed ?? query.Typed;
        return query;
    }

    /// <summary>
    /// Takes the filters of a posted form: codes go into the address, typed text is stored. Gives the address to
    /// redirect to; it starts at the first page.
    /// </summary>
    public static async Task<string> Send(HttpContext context, ListRules rules)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var typed = rules
            .Typed.Select(name => (name, text: form[name].ToString().Trim()))
            .Where(t => t.text.Length > 0)
            .ToDictionary(t => t.name, t => t.text, StringComparer.Ordinal);
        string? id = null;
        if (typed.Count > 0 && StaffOf(context).Current.Id is { } staff)
        {
            var store = context.RequestServices.GetRequiredService<IStoredQueries>();
            id = await store.Keep(staff, rules.Path, typed, context.RequestAborted);
        }

        var sent = new QueryCollection(form.ToDictionary(f => f.Key, f => f.Value, StringComparer.OrdinalIgnoreCase));
        var query = Read(sent, rules);
        return query.Address(query.Sort, query.Falls, 1, query.Filters, id);
    }

    /// <summary>This list on another page.</summary>
    public string PageHref(int page) => Address(Sort, Falls, page, Filters, TypedId);

    /// <summary>This list sorted by a column: rising first, falling when it is sorted by it already.</summary>
    public string SortHref(string column) => Address(column, column == Sort && !Falls, 1, Filters, TypedId);

    /// <summary>This list without one value of a filter.</summary>
    public string WithoutHref(string filter, string code)
    {
        var rest = Filters
            .Select(f => (f.Key, Value: f.Key == filter ? [.. f.Value.Where(c => c != code)] : f.Value))
            .Where(f => f.Value.Count > 0)
            .ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        return Address(Sort, Falls, 1, rest, TypedId);
    }

    /// <summary>This list without what was typed.</summary>
    public string WithoutTypedHref => Address(Sort, Falls, 1, Filters, null);

    /// <summary>This list without any filter.</summary>
    public string ClearHref => Address(Sort, Falls, 1, new Dictionary<string, IReadOnlyList<string>>(), null);

    /// <summary>The whole of this list as a file: <c>csv</c> or <c>xlsx</c> of the page's handler <c>export</c>.</summary>
    public string ExportHref(string format)
    {
        var address = Address(Sort, Falls, 1, Filters, TypedId);
        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler=export&format={format}";
    }

    internal static ListQuery Read(IQueryCollection query, ListRules rules)
    {
        var asked = query["sort"].ToString();
        var sort = asked == rules.DefaultSort || rules.Sorts.Contains(asked) ? asked : rules.DefaultSort;
        var direction = query["dir"].ToString();
        var page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var p) ? p : 1;
        var typed = query["typed"].ToString();
        return new ListQuery
        {
            Rules = rules,
            Sort = sort,
            Falls = direction == "desc" || (direction != "asc" && sort == rules.DefaultSort && rules.FallsByDefault),
            Page = Math.Clamp(page, 1, 1_000_000),
            TypedId = IsCode(typed) ? typed : null,
            Filters = rules
                .Filters.Select(name =>
                    (name, codes: query[name].OfType<string>().Where(IsCode).Distinct().Take(100).ToList())
                )
                .Where(f => f.codes.Count > 0)
                .ToDictionary(f => f.name, f => (IReadOnlyList<string>)f.codes, StringComparer.Ordinal),
        };
    }

    private static StaffAccessor StaffOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<StaffAccessor>();

    private static bool IsCode(string? value) =>
        value is { Length: > 0 and <= LongestCode }
        && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private string Address(
        string sort,
        bool falls,
        int page,
        IReadOnlyDictionary<string, IReadOnlyList<string>> filters,
        string? typed
    )
    {
        var address = new StringBuilder(Rules.Path);
        var mark = '?';
        void Add(string name, string value)
        {
            address.Append(mark).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            mark = '&';
        }

        foreach (var name in Rules.Filters)
        {
            foreach (var code in filters.GetValueOrDefault(name, []))
            {
                Add(name, code);
            }
        }

        if (typed is not null)
        {
            Add("typed", typed);
        }

        if (sort != Rules.DefaultSort || falls != Rules.FallsByDefault)
        {
            Add("sort", sort);
            Add("dir", falls ? "desc" : "asc");
        }

        if (page > 1)
        {
            Add("page", page.ToString(CultureInfo.InvariantCulture));
        }

        return address.ToString();
    }
}
