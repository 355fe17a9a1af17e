using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Clients.Head;
using Plus.Shared.Journal;
using Plus.Shared.Journal.Timeline;
using Plus.Shared.Tasks.Explaining;
using Plus.Shared.Tasks.Records;
using Plus.Shared.Tasks.Sync;
using Plus.Web.Language;

namespace Plus.Shared.Clients.Overview;

/// <summary>The client's page: what is under way, what is due and why, what happened last.</summary>
[RequiresPermission(ClientPermissions.View)]
internal sealed class OverviewPage(
    ClientHead head,
    TimelineReader timeline,
    ViewLog views,
    PlusDb db,
    StaffAccessor staff,
    DueText due,
    Texts texts,
    PlusClock clock
) : PageModel
{
    private const int Latest = 10;

    public ClientFacts Client { get; private set; } = null!;

    public IReadOnlyList<TaskWords> Tasks { get; private set; } = [];

    public IReadOnlyList<TimelineWords> Lines { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public bool MayFormCase =>
        Client is { CaseId: not null, CaseFormedOn: null } && staff.Current.May(ClientPermissions.FormCase);

    public bool MayOpenSection => staff.Current.May(Cases.CasePermissions.Open);

    public bool MayWrite => staff.Current.May(JournalPermissions.Write);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await head.ShowAsync(new ClientId(id), ClientPermissions.View, "overview", ct) is not { } client)
        {
            return NotFound();
        }

        Client = client;
        var tasks = await db.Set<DueTaskRow>()
            .AsNoTracking()
            .Where(t => t.ClientId == client.Id)
            .OrderBy(t => t.DueOn == null)
            .ThenBy(t => t.DueOn)
            .ThenBy(t => t.Kind)
            .ToListAsync(ct);
        Tasks = [.. tasks.Select(Words)];
        var rows = await timeline.ReadAsync(client.Id, null, 0, Latest, ct);
        Lines = [.. rows.Select(r => TimelineWords.Of(r, texts))];
        await views.ConsultAsync(ClientPermissions.View, client.Id, ct: ct);
        return Page();
    }

    public string Left(ClientSection section) => MeasureLeft.Of(section, Today, texts);

    private TaskWords Words(DueTaskRow task)
    {
        var explanation = TaskExplanation.Read(task.Explanation);
        return new TaskWords(
            due.Name(task.Kind, explanation),
            due.Sentence(explanation, task.DueOn),
            DueText.UrgencyOf(task.DueOn, Today),
            Client.Sections.FirstOrDefault(s => s.Id == task.SectionId)?.Href
        );
    }

    /// <summary>A task in words.</summary>
    internal sealed record TaskWords(string Name, string Sentence, DueUrgency Urgency, string? Href)
    {
        public string Tone =>
            Urgency switch
            {
                DueUrgency.Overdue => "red",
                DueUrgency.Today => "orange",
                DueUrgency.Soon => "yellow",
                _ => "grey",
            };
    }
}
