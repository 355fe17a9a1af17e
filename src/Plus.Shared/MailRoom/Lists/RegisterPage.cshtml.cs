using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Correspondence;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Transfers;
using Plus.Shared.Clients.Records;
using Plus.Shared.MailRoom.Records;
using Plus.Shared.Organisation.Records;
using Plus.Web.Controls;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.MailRoom.Lists;

/// <summary>The register of what came in.</summary>
[RequiresPermission(MailRoomPermissions.View)]
internal sealed class RegisterPage(
    PlusDb db,
    StaffAccessor staff,
    TransferTargets targets,
    ViewLog views,
    PlusClock clock,
    Texts texts
) : PageModel
{
    private static readonly ListRules Rules = new("/mailroom", "received")
    {
        Filters = ["state", "kind", "due", "office"],
        Typed = ["text"],
    };

    public ListPage<RegisterRow> Rows { get; private set; } = null!;

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    public IReadOnlyList<Choice> States =>
        [
            new("open", texts["mailroom.state.open"]),
            .. Enum.GetValues<IncomingState>()
                .Select(CodeConversion.CodeOf)
                .Select(s => new Choice(s, texts["mailroom.state." + s])),
        ];

    public IReadOnlyList<Choice> Kinds =>
        [.. AnswerDeadlines.Kinds.Select(k => new Choice(k, texts["mailroom.kind." + k]))];

    public IReadOnlyList<Choice> Dues =>
        [.. new[] { "overdue", "week", "mine" }.Select(d => new Choice(d, texts["mailroom.due." + d]))];

    public bool MayRegister => staff.Current.May(MailRoomPermissions.Register);

    public Table<RegisterRow> Columns =>
        new(
            "mailroom.caption",
            [
                new("number", "mailroom.number", r => r.Number) { NamesRow = true, Href = r => $"/mailroom/{r.Id}" },
                new("received", "mailroom.receivedOn", r => r.ReceivedOn) { Sortable = true },
                new("kind", "mailroom.kind", r => texts["mailroom.kind." + r.Kind]),
                new("sender", "mailroom.sender", r => r.Sender),
                new("subject", "mailroom.subject", r => r.Subject),
                new("client", "mailroom.client", r => r.Client),
                new("due", "mailroom.dueOn", r => r.DueOn),
                new("assigned", "mailroom.assignedTo", r => r.Assigned),
                new("state", "mailroom.state", r => texts["mailroom.state." + CodeConversion.CodeOf(r.State)]),
            ]
        )
        {
            CaptionHidden = true,
        };

    public async Task OnGetAsync(CancellationToken ct)
    {
        var query = await ListQuery.Read(HttpContext, Rules);
        var items = Filtered(query);
        var total = await items.CountAsync(ct);
        var rows = await Read(Sorted(items, query).Skip(query.Skip).Take(Rules.PageSize)).ToListAsync(ct);
        await views.ListAsync(MailRoomPermissions.View, ClientsOf(rows), ct);
        Rows = new ListPage<RegisterRow>(query, rows, total);
        Offices = await targets.OfficesAsync(clock.Today, ct);
    }

    public async Task<IActionResult> OnPostFilterAsync() => LocalRedirect(await ListQuery.Send(HttpContext, Rules));

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        var query = await ListQuery.Read(HttpContext, Rules);
        var rows = await Read(Sorted(Filtered(query), query)).ToListAsync(ct);
        await views.DiscloseAsync(MailRoomPermissions.View, ClientsOf(rows), ct);
        return new TableExport<RegisterRow>(format, "mailroom", Columns, rows.ToAsyncEnumerable(), texts);
    }

    private static IEnumerable<ClientId> ClientsOf(IEnumerable<RegisterRow> rows) =>
        rows.Where(r => r.ClientId is not null).Select(r => r.ClientId!.Value);

    private IQueryable<IncomingItem> Filtered(ListQuery query)
    {
        var today = clock.Today;
        var items = db.Set<IncomingItem>().AsNoTracking().Within(staff.Current, MailRoomPermissions.View);
        items = query.Code("state") switch
        {
            null or "" => items,
            "open" => items.Where(i => i.State == IncomingState.Registered || i.State == IncomingState.Assigned),
            { } code when States.Any(s => s.Value == code) && CodeConversion.Parse<IncomingState>(code) is var state =>
                items.Where(i => i.State == state),
            _ => items,
        };
        if (query.Code("kind") is { Length: > 0 } kind)
        {
            items = items.Where(i => i.Kind == kind);
        }

        if (OfficeId.TryParse(query.Code("office"), out var office))
        {
            items = items.Where(i => i.OfficeId == office);
        }

        var me = staff.Current.Id;
        var week = today.AddDays(7);
        items = query.Code("due") switch
        {
            "overdue" => items.Where(i => i.ClosedOn == null && i.DueOn < today),
            "week" => items.Where(i => i.ClosedOn == null && i.DueOn <= week),
            "mine" => items.Where(i => i.ClosedOn == null && i.AssignedTo == me),
            _ => items,
        };
        if (query.Text("text") is { Length: > 0 } text)
        {
            var pattern =
                "%"
                + text.Replace(@"\", @"\\", StringComparison.Ordinal)
                    .Replace("%", "\\%", StringComparison.Ordinal)
                    .Replace("_", "\\_", StringComparison.Ordinal)
                + "%";
            items = items.Where(i =>
                EF.Functions.ILike(i.Subject, pattern)
                || EF.Functions.ILike(i.Sender, pattern)
                || EF.Functions.ILike(i.Number, pattern)
                || EF.Functions.ILike(i.SenderNumber ?? "", pattern)
            );
        }

        return items;
    }

    // The newest first, unless asked otherwise.
    private static IQueryable<IncomingItem> Sorted(IQueryable<IncomingItem> items, ListQuery query) =>
        query.Falls
            ? items.OrderBy(i => i.ReceivedOn).ThenBy(i => i.Number)
            : items.OrderByDescending(i => i.ReceivedOn).ThenByDescending(i => i.Number);

    private IQueryable<RegisterRow> Read(IQueryable<IncomingItem> items) =>
        items.Select(i => new RegisterRow(
            i.Id,
            i.Number,
            i.ReceivedOn,
            i.Kind,
            i.Sender,
            i.Subject,
            i.ClientId,
            db.Set<Client>().Where(c => c.Id == i.ClientId).Select(c => c.Surname + " " + c.GivenName).FirstOrDefault(),
            i.DueOn,
            db.Set<Staff>()
                .Where(s => s.Id == i.AssignedTo)
                .Select(s => s.GivenName + " " + s.Surname)
                .FirstOrDefault(),
            db.Set<Office>().Where(o => o.Id == i.OfficeId).Select(o => o.Name).First(),
            i.State
        ));
}

/// <summary>A line of the register.</summary>
internal sealed record RegisterRow(
    Guid Id,
    string Number,
    DateOnly ReceivedOn,
    string Kind,
    string Sender,
    string Subject,
    ClientId? ClientId,
    string? Client,
    DateOnly? DueOn,
    string? Assigned,
    string Office,
    IncomingState State
);
