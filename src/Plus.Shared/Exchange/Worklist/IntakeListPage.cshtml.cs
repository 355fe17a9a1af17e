using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Shared.Clients.Records;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Records;
using Plus.Web.Controls;
using Plus.Web.Language;
using Plus.Web.Layout;
using Plus.Web.Lists;

namespace Plus.Shared.Exchange.Worklist;

/// <summary>The intake clerk's work: messages that need a human, and by filter any other.</summary>
[RequiresPermission(IntakePermissions.View)]
internal sealed class IntakeListPage(PlusDb db, ViewLog views, PageHead head, Texts texts) : PageModel
{
    private static readonly string[] ViewCodes =
    [
        "attention",
        "match",
        "waiting",
        "rejected",
        "accepted",
        "settled",
        "all",
    ];

    private static readonly ListRules Rules = new("/intake", "received")
    {
        FallsByDefault = true,
        Filters = ["view", "reason", "kind"],
    };

    private const int LongestName = 60;

    public ListPage<MessageRow> Rows { get; private set; } = null!;

    public TableView View => Table.View(Rows);

    public string Heading =>
        texts[Rows.Query.Code("view") == "rejected" ? "exchange.list.quarantine" : "exchange.list.title"];

    public IReadOnlyList<Choice> Views => [.. ViewCodes.Select(v => new Choice(v, texts["exchange.list.view." + v]))];

    public IReadOnlyList<Choice> Kinds =>
        [.. MessageKinds.All.Select(k => new Choice(k, texts["exchange.value." + k]))];

    public IReadOnlyList<Choice> Reasons =>
        [
            .. typeof(IntakeReasons)
                .GetFields()
                .Select(f => (string)f.GetRawConstantValue()!)
                .Select(c => new Choice(c, texts["exchange.short." + c]))
                .OrderBy(c => c.Text, StringComparer.Create(texts.Language.Culture, ignoreCase: true)),
        ];

    public IEnumerable<FilterChip> Chips =>
        Rows.Query.Filters.SelectMany(f =>
            f.Value.Select(code => new FilterChip(
                f.Key switch
                {
                    "view" => texts.Maybe("exchange.list.view." + code),
                    "kind" => texts.Maybe("exchange.value." + code),
                    _ => texts.Maybe("exchange.short." + code),
                } ?? code,
                Rows.Query.WithoutHref(f.Key, code)
            ))
        );

    private Table<MessageRow> Table =>
        new("exchange.list.title")
        {
            new("received", "exchange.list.received", r => r.ReceivedAt)
            {
                NamesRow = true,
                Sortable = true,
                Href = r => $"/intake/{r.Id}",
            },
            new("kind", "exchange.list.kind", r => r.Kind is null ? null : texts["exchange.value." + r.Kind]),
            // A name of hundreds of letters must not push the reasons off the page.
            new("client", "exchange.list.client", ShownName),
            new("state", "exchange.list.state", r => texts["exchange.state." + (r.Waiting ? "waiting" : r.State)])
            {
                Tag = r => StateTones.Of(r.State),
            },
            new(
                "reasons",
                "exchange.list.reason",
                r => string.Join("; ", r.Reasons.Select(c => texts["exchange.short." + c]))
            ),
        };

    public async Task OnGetAsync(CancellationToken ct)
    {
        var query = await ListQuery.Read(HttpContext, Rules);
        var messages = Narrow(query);
        var rows = await RowsAsync(messages.Skip(query.Skip).Take(Rules.PageSize), ct);
        Rows = new ListPage<MessageRow>(query, rows, await messages.CountAsync(ct));
        await views.ListAsync(
            IntakePermissions.View,
            rows.Where(r => r.Client is not null).Select(r => r.Client!.Value),
            ct
        );
        IntakeMenu.Show(head, texts, Heading, query.Code("view") == "rejected" ? "rejected" : "list");
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        var rows = await RowsAsync(Narrow(await ListQuery.Read(HttpContext, Rules)), ct);
        await views.DiscloseAsync(
            IntakePermissions.View,
            rows.Where(r => r.Client is not null).Select(r => r.Client!.Value),
            ct
        );
        return new TableExport<MessageRow>(format, "intake", Table, rows.ToAsyncEnumerable(), texts);
    }

    private IQueryable<IntakeMessage> Narrow(ListQuery query)
    {
        var messages = db.Set<IntakeMessage>().AsNoTracking();
        messages = query.Code("view") switch
        {
            "attention" => messages.Where(m => m.State == IntakeState.Attention && !m.Waiting),
            "match" => messages.Where(m => m.State == IntakeState.MatchToConfirm),
            "waiting" => messages.Where(m => m.Waiting && m.State == IntakeState.Attention),
            "rejected" => messages.Where(m => m.State == IntakeState.Rejected),
            "accepted" => messages.Where(m => m.State == IntakeState.Accepted),
            "settled" => messages.Where(m => m.State == IntakeState.Settled || m.State == IntakeState.Mended),
            "all" => messages,
            _ => messages.Where(m => m.State == IntakeState.Attention || m.State == IntakeState.MatchToConfirm),
        };
        if (query.Code("kind") is { } kind)
        {
            messages = messages.Where(m => m.Kind == kind);
        }

        if (query.Code("reason") is { } reason)
        {
            messages = messages.Where(m => m.Reasons.Contains(reason));
        }

        return query.Falls
            ? messages.OrderByDescending(m => m.ReceivedAt).ThenByDescending(m => m.Id)
            : messages.OrderBy(m => m.ReceivedAt).ThenBy(m => m.Id);
    }

    private async Task<List<MessageRow>> RowsAsync(IQueryable<IntakeMessage> messages, CancellationToken ct)
    {
        var rows = await messages
            .Select(m => new
            {
                m.Id,
                m.ReceivedAt,
                m.Kind,
                m.State,
                m.Waiting,
                m.Reasons,
                m.ClientId,
                Name = db.Set<Client>()
                    .Where(c => c.Id == m.ClientId)
                    .Select(c => c.Surname + " " + c.GivenName)
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        return rows.ConvertAll(m => new MessageRow(
            m.Id,
            m.ReceivedAt,
            m.Kind,
            CodeConversion.CodeOf(m.State),
            m.Waiting,
            m.Reasons,
            m.ClientId,
            m.Name
        ));
    }

    private static object? ShownName(MessageRow row) =>
        row.Name?.Split(' ').Max(part => part.Length) > LongestName
            ? PlainText.Shortened(row.Name, LongestName) + "…"
            : row.Name;
}
