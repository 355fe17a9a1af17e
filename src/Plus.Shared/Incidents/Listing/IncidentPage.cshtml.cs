using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Incidents.Following;
using Plus.Shared.Incidents.Records;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.Incidents.Listing;

/// <summary>One incident: what happened, who was told and took note, what is done, how it ended.</summary>
[RequiresPermission(IncidentsModule.View)]
internal sealed class IncidentPage(
    PlusDb db,
    SectionReader sections,
    IncidentReader reader,
    LeadIncidentHandler handler,
    ViewLog views,
    StaffAccessor staff,
    PlusClock clock,
    SectionHead heading
) : IncidentFormPage(sections, reader, views, heading)
{
    public IReadOnlyList<NoticeLine> Notices { get; private set; } = [];

    public string? Host { get; private set; }

    public string? RecordedBy { get; private set; }

    public DateOnly Today => clock.Today;

    public bool MayWork => staff.Current.May(IncidentsModule.Work);

    public bool MayLead => staff.Current.May(IncidentsModule.Lead);

    /// <summary>The notice the person is to take note of; null when there is none.</summary>
    public IncidentNotice? ToNote
    {
        get
        {
            var level = IncidentLevels.Of(staff.Current);
            return Notices.Select(n => n.Notice).FirstOrDefault(n => n.Level == level && n.SeenAt is null);
        }
    }

    /// <summary>Levels that were not told yet.</summary>
    public IReadOnlyList<string> Further => [.. IncidentLevels.All.Where(l => Notices.All(n => n.Notice.Level != l))];

    protected override string Part => IncidentsModule.View;

    protected override string StepKey => "incidents.one.title";

    protected override bool Fits => true;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>The person takes note.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var done = await handler.NoteAsync(Id, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("incidents.note.done");
        return LocalRedirect($"/incidents/{Id}");
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        Notices = await Incidents.NoticesAsync(Incident.Id, Ct);
        if (Incident.HostEmployerId is { } host)
        {
            Host = await db.Set<HostEmployer>().Where(h => h.Id == host).Select(h => h.Name).SingleOrDefaultAsync(Ct);
        }

        if (Incident.RecordedBy is { } by)
        {
            RecordedBy = await db.Set<Staff>()
                .Where(s => s.Id == by)
                .Select(s => s.GivenName + " " + s.Surname)
                .SingleOrDefaultAsync(Ct);
        }

        return true;
    }
}
