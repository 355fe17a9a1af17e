using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Shared.Cases.Editing;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Functions.Supervision.Monitoring.Desk;

/// <summary>One alarm: what happened, what was noted, what can be done about it.</summary>
[RequiresPermission(MonitoringPermissions.View)]
[KeepsDraft("supervision.alarm", Subject = "id")]
internal sealed class AlarmPage(AlarmReader reader, AlarmHandler handler, ViewLog views, StaffAccessor staff)
    : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    [StringLength(4000)]
    public string? Text { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    public AlarmRow Row { get; private set; } = null!;

    public IReadOnlyList<AlarmNoteRow> Notes { get; private set; } = [];

    public bool MayWatch => staff.Current.May(MonitoringPermissions.Watch) && Row.Alarm.State != AlarmState.Closed;

    public IReadOnlyList<Choice> Outcomes =>
        [.. AlarmHandler.Outcomes.Select(o => new Choice(o, T["supervision.alarmOutcome." + o]))];

    protected override uint StoredVersion => Row.Alarm.Version;

    protected override (ClientId? Client, Guid Record) Edited => (Row.Client, Id);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostTakeAsync() => DoAsync(() => handler.TakeAsync(Id, Version, Ct));

    public Task<IActionResult> OnPostNoteAsync() =>
        DoAsync(() => handler.NoteAsync(Id, Text!.Trim(), Version, Ct), needsText: true);

    public Task<IActionResult> OnPostEscalateAsync() =>
        DoAsync(() => handler.EscalateAsync(Id, Text!.Trim(), Version, Ct), needsText: true);

    public Task<IActionResult> OnPostCloseAsync()
    {
        if (!AlarmHandler.Outcomes.Contains(Outcome))
        {
            ModelState.AddModelError(nameof(Outcome), "supervision.alarm.outcomeMissing");
        }

        return DoAsync(() => handler.CloseAsync(Id, Outcome!, Text!.Trim(), Version, Ct), needsText: true);
    }

    private async Task<IActionResult> DoAsync(Func<Task<Outcome<Unit>>> act, bool needsText = false)
    {
        if (!staff.Current.May(MonitoringPermissions.Watch))
        {
            return Forbid();
        }

        if (needsText && string.IsNullOrWhiteSpace(Text))
        {
            ModelState.AddModelError(nameof(Text), "supervision.alarm.textMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await act();
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("supervision.alarm.done");
        return LocalRedirect($"/monitoring/alarms/{Id}");
    }

    protected override async Task<bool> LoadAsync()
    {
        if (await reader.FindAsync(Id, Ct) is not { } row)
        {
            return false;
        }

        if (row.Client is { } client)
        {
            var answers = staff.Current.May(MonitoringPermissions.Watch) && row.Alarm.State != AlarmState.Closed;
            await (
                answers
                    ? views.AnswerAsync(MonitoringPermissions.View, client, row.Alarm.SectionId, Ct)
                    : views.ConsultAsync(MonitoringPermissions.View, client, row.Alarm.SectionId, Ct)
            );
        }

        Row = row;
        Notes = await reader.NotesAsync(Id, Ct);
        return true;
    }
}
