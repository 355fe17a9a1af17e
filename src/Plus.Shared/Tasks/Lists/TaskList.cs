using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;
using Plus.Shared.Tasks.Records;

namespace Plus.Shared.Tasks.Lists;

/// <summary>A task with whom it is about.</summary>
public sealed record TaskRow(DueTaskRow Task, string Surname, string GivenName, string Function, string Measure)
{
    public string Name => Surname + " " + GivenName;
}

/// <summary>What a list of tasks is narrowed to.</summary>
/// <param name="State">
/// overdue, today, week (the next seven days), later or waits; late7, late30 and lateMore are parts of overdue: up to seven
/// days, up to thirty, more.
/// </param>
/// <param name="Own">Only those of the person's own sections.</param>
public sealed record TaskFilter(bool Own, string? Kind = null, string? State = null);

/// <summary>How many tasks of a kind stand in each state.</summary>
public sealed record TaskCount(string Kind, int Overdue, int Today, int Week, int Later, int Waits);

/// <summary>Tasks within a person's reach; counts and rows come from one filter, so that a count leads to its rows.</summary>
public sealed class TaskList(PlusDb db, StaffAccessor staff)
{
    private const int DaysOfWeek = 7;
    private const int DaysOfMonth = 30;

    public static IReadOnlyList<string> States { get; } = ["overdue", "today", "week", "later", "waits"];

    public Task<List<TaskCount>> CountsAsync(bool own, DateOnly today, string permission, CancellationToken ct)
    {
        var week = today.AddDays(DaysOfWeek);
        return Within(own, permission)
            .GroupBy(t => t.Kind)
            .Select(g => new TaskCount(
                g.Key,
                g.Count(t => t.DueOn < today),
                g.Count(t => t.DueOn == today),
                g.Count(t => t.DueOn > today && t.DueOn <= week),
                g.Count(t => t.DueOn > week),
                g.Count(t => t.DueOn == null)
            ))
            .ToListAsync(ct);
    }

    /// <summary>Overdue tasks of a kind by how late they are: up to seven days, up to thirty, more.</summary>
    public async Task<(int Week, int Month, int More)> LateAsync(
        string kind,
        DateOnly today,
        string permission,
        CancellationToken ct
    )
    {
        var (week, month) = (today.AddDays(-DaysOfWeek), today.AddDays(-DaysOfMonth));
        var found = await Within(own: false, permission)
            .Where(t => t.Kind == kind && t.DueOn < today)
            .GroupBy(t => 1)
            .Select(g => new
            {
                Week = g.Count(t => t.DueOn >= week),
                Month = g.Count(t => t.DueOn < week && t.DueOn >= month),
                More = g.Count(t => t.DueOn < month),
            })
            .SingleOrDefaultAsync(ct);
        return found is null ? (0, 0, 0) : (found.Week, found.Month, found.More);
    }

    /// <summary>The person's own tasks that fall due from one day to another, both included.</summary>
    public Task<List<TaskRow>> BetweenAsync(
        DateOnly first,
        DateOnly last,
        string permission,
        int most,
        CancellationToken ct
    ) =>
        (
            from t in Within(own: true, permission).Where(t => t.DueOn >= first && t.DueOn <= last)
            join s in db.Set<Section>() on t.SectionId equals s.Id
            join c in db.Set<Client>() on t.ClientId equals c.Id
            orderby t.DueOn, c.Surname, c.GivenName, t.Id
            select new TaskRow(t, c.Surname, c.GivenName, s.Function, s.Measure)
        )
            .Take(most)
            .ToListAsync(ct);

    public Task<int> CountAsync(TaskFilter filter, DateOnly today, string permission, CancellationToken ct) =>
        Filtered(filter, today, permission).CountAsync(ct);

    /// <summary>
    /// Tasks in the order in which they fall due, those that wait last. The page's tasks are found first, by the index of
    /// whose they are and when, and only they are joined with whom they are about.
    /// </summary>
    public Task<List<TaskRow>> ReadAsync(
        TaskFilter filter,
        DateOnly today,
        string permission,
        int skip,
        int take,
        CancellationToken ct
    ) =>
        (
            from t in Filtered(filter, today, permission).OrderBy(t => t.DueOn).ThenBy(t => t.Id).Skip(skip).Take(take)
            join s in db.Set<Section>() on t.SectionId equals s.Id
            join c in db.Set<Client>() on t.ClientId equals c.Id
            orderby t.DueOn, c.Surname, c.GivenName, t.Id
            select new TaskRow(t, c.Surname, c.GivenName, s.Function, s.Measure)
        ).ToListAsync(ct);

    private IQueryable<DueTaskRow> Filtered(TaskFilter filter, DateOnly today, string permission)
    {
        var tasks = Within(filter.Own, permission);
        if (filter.Kind is { } kind)
        {
            tasks = tasks.Where(t => t.Kind == kind);
        }

        var week = today.AddDays(DaysOfWeek);
        var (lateWeek, lateMonth) = (today.AddDays(-DaysOfWeek), today.AddDays(-DaysOfMonth));
        return filter.State switch
        {
            null => tasks,
            "overdue" => tasks.Where(t => t.DueOn < today),
            "late7" => tasks.Where(t => t.DueOn < today && t.DueOn >= lateWeek),
            "late30" => tasks.Where(t => t.DueOn < lateWeek && t.DueOn >= lateMonth),
            "lateMore" => tasks.Where(t => t.DueOn < lateMonth),
            "today" => tasks.Where(t => t.DueOn == today),
            "week" => tasks.Where(t => t.DueOn > today && t.DueOn <= week),
            "later" => tasks.Where(t => t.DueOn > week),
            "waits" => tasks.Where(t => t.DueOn == null),
            _ => tasks.Where(_ => false),
        };
    }

    private IQueryable<DueTaskRow> Within(bool own, string permission)
    {
        var tasks = db.Set<DueTaskRow>().AsNoTracking();
        var me = staff.Current.Id;
        if (own)
        {
            return tasks.Where(t => t.AssigneeId == me);
        }

        var sections = db.Set<Section>().Within(staff.Current, permission);
        return tasks.Where(t => sections.Any(s => s.Id == t.SectionId));
    }
}
