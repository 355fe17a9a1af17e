using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Law.Sections;
using Plus.Shared.Access.Reaching;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Transfers;
using Plus.Web.Controls;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Cases.Lists;

/// <summary>A list of sections with its filters and files: the case load, and the register of a function.</summary>
public abstract class SectionListPage(
    SectionList list,
    TransferTargets targets,
    FunctionDoors doors,
    ViewLog views,
    RecordAnswers answers,
    PlusClock clock,
    Texts texts
) : PageModel
{
    private const int LongestFile = 200_000;

    public ListPage<SectionRow> Rows { get; private set; } = null!;

    public Table<SectionRow> Columns { get; private set; } = null!;

    /// <summary>Numbers of the cases in one's scope that are closed to oneself: that much of them is said, and they count nowhere.</summary>
    public IReadOnlyList<string> Limited { get; private set; } = [];

    public IReadOnlyList<FilterChip> Chips { get; private set; } = [];

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    public IReadOnlyList<Choice> Managers { get; private set; } = [];

    /// <summary>Whether the officer is found by a typed name, because there are too many to choose from.</summary>
    public bool FindsByName { get; private set; }

    public IReadOnlyList<Choice> States =>
        [
            new("open", texts["cases.list.open"]),
            .. Enum.GetValues<SectionState>().Select(s => new Choice(s.Code(), texts["law.state." + s.Code()])),
        ];

    public IReadOnlyList<Choice> Functions =>
        [.. ProbationFunctions.All.Select(f => new Choice(f.Code(), texts["law.function." + f.Code()]))];

    public IReadOnlyList<Choice> Years =>
        [
            .. Enumerable
                .Range(0, 22)
                .Select(i => (clock.Today.Year - i).ToString(CultureInfo.InvariantCulture))
                .Select(y => new Choice(y, y)),
        ];

    protected abstract ListRules Rules { get; }

    /// <summary>The function of a register; null in the list of all.</summary>
    protected abstract string? Function { get; }

    protected async Task ListAsync(CancellationToken ct)
    {
        var query = await ListQuery.Read(HttpContext, Rules);
        var filter = await FilterOfAsync(query, ct);
        var total = await list.CountAsync(filter, CasePermissions.View, ct);
        var rows = await list.ReadAsync(
            filter,
            CasePermissions.View,
            query.Sort,
            query.Falls,
            query.Skip,
            Rules.PageSize,
            ct
        );
        await views.ListAsync(CasePermissions.View, rows.Select(r => r.Client), ct);
        Limited = await answers.LimitedAsync(CasePermissions.View, ct);
        Offices = [new("none", texts["cases.section.noOffice"]), .. await targets.OfficesAsync(clock.Today, ct)];
        Managers =
        [
            new("me", texts["cases.list.mine"]),
            new("none", texts["cases.section.noManager"]),
            .. await ManagersAsync(query, ct),
        ];
        Rows = new ListPage<SectionRow>(query, rows, total);
        Columns = Table();
        Chips = [.. ChipsOf(query)];
    }

    public async Task<IActionResult> OnPostFilterAsync() => LocalRedirect(await ListQuery.Send(HttpContext, Rules));

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        var query = await ListQuery.Read(HttpContext, Rules);
        var rows = await list.ReadAsync(
            await FilterOfAsync(query, ct),
            CasePermissions.View,
            query.Sort,
            query.Falls,
            0,
            LongestFile,
            ct
        );
        await views.DiscloseAsync(CasePermissions.View, rows.Select(r => r.Client), ct);
        return new TableExport<SectionRow>(format, "sections", Table(), rows.ToAsyncEnumerable(), texts);
    }

    // Hundreds of people are no choice: over several offices one names the office first, or types a part of the name.
    private async Task<IReadOnlyList<Choice>> ManagersAsync(ListQuery query, CancellationToken ct)
    {
        OfficeId? office = OfficeId.TryParse(query.Code("office"), out var chosen) ? chosen : null;
        FindsByName = office is null && targets.ReachesSeveralOffices;
        if (!FindsByName)
        {
            return await targets.ManagersAsync(office, clock.Today, ct);
        }

        return StaffId.TryParse(query.Code("manager"), out var manager) ? await targets.NameAsync(manager, ct) : [];
    }

    private async Task<SectionFilter> FilterOfAsync(ListQuery query, CancellationToken ct) =>
        new(
            Function ?? query.Code("function"),
            query.Code("state"),
            query.Code("manager"),
            query.Code("office"),
            int.TryParse(query.Code("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is > 1900 and < 3000
                ? year
                : null,
            query.Text("officer") is { Length: > 0 } typed ? await targets.NamedAsync(typed, ct) : null
        );

    private Table<SectionRow> Table() =>
        new(
            "cases.list.caption",
            [
                new("name", "cases.list.client", r => r.Name)
                {
                    NamesRow = true,
                    Sortable = true,
                    Href = r => doors.OfCode(r.Function).SectionHref(r.Id),
                },
                new("case", "cases.list.case", r => r.CaseNumber),
                new("measure", "cases.list.measure", r => texts["law.measure." + r.Measure]),
                new("state", "cases.list.state", r => texts["law.state." + r.State.Code()])
                {
                    Tag = r => ColourOf(r.State),
                },
                new("opened", "cases.section.openedOn", r => r.OpenedOn) { Sortable = true },
                new("termEnds", "cases.list.termEnds", r => r.TermEndsOn) { Sortable = true },
                new("closed", "cases.section.closed", r => r.ClosedOn) { Sortable = true },
                new("outcome", "cases.list.outcome", r => Outcome(r)),
                new("article", "cases.list.article", r => Article(r)),
                new("office", "cases.section.office", r => r.Office),
                new("manager", "cases.section.manager", r => r.Manager),
            ]
        )
        {
            CaptionHidden = true,
        };

    private string? Outcome(SectionRow row) =>
        row.Outcome is null ? null : texts[$"law.outcome.{row.Function}.{row.Outcome}"];

    private static string? Article(SectionRow row) =>
        row.Article is null
            ? null
            : row.Article + (row.ArticleSup is { } sup ? "." + sup.ToString(CultureInfo.InvariantCulture) : "");

    private static string ColourOf(SectionState state) =>
        state switch
        {
            SectionState.Received => "yellow",
            SectionState.Suspended => "orange",
            SectionState.Closed or SectionState.Annulled => "grey",
            SectionState.Closing => "purple",
            _ => "green",
        };

    private IEnumerable<FilterChip> ChipsOf(ListQuery query)
    {
        if (query.Text("officer") is { Length: > 0 } typed)
        {
            yield return new FilterChip(typed, query.WithoutTypedHref);
        }

        foreach (
            var (name, choices) in new (string, IReadOnlyList<Choice>)[]
            {
                ("function", Functions),
                ("state", States),
                ("office", Offices),
                ("manager", Managers),
                ("year", Years),
            }
        )
        {
            foreach (var code in query.Codes(name))
            {
                var text = choices.FirstOrDefault(c => c.Value == code)?.Text ?? code;
                yield return new FilterChip(text, query.WithoutHref(name, code));
            }
        }
    }
}
