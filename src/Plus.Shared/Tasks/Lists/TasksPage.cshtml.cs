using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Contract;
using Plus.Web.Lists;

namespace Plus.Shared.Tasks.Lists;

/// <summary>What is due, by kind and urgency: the rows behind every count of the home page.</summary>
[RequiresPermission(TasksModule.View)]
internal sealed class TasksPage(TaskList list, FunctionDoors doors, StaffAccessor staff, ViewLog views, PlusClock clock)
    : PageModel
{
    private static readonly ListRules Rules = new("/tasks", "due") { Filters = ["kind", "state", "of"] };

    public ListPage<TaskRow> Rows { get; private set; } = null!;

    public string? Kind => Rows.Query.Code("kind");

    public string? State => Rows.Query.Code("state");

    public bool Own => Rows.Query.Code("of") != "all";

    public string HrefOf(TaskRow row) => TaskLinks.HrefOf(row, doors, staff.Current);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var query = await ListQuery.Read(HttpContext, Rules);
        var filter = new TaskFilter(query.Code("of") != "all", query.Code("kind"), query.Code("state"));
        var total = await list.CountAsync(filter, clock.Today, TasksModule.View, ct);
        var rows = await list.ReadAsync(filter, clock.Today, TasksModule.View, query.Skip, Rules.PageSize, ct);
        await views.ListAsync(TasksModule.View, rows.Select(r => r.Task.ClientId), ct);
        Rows = new ListPage<TaskRow>(query, rows, total);
    }
}
