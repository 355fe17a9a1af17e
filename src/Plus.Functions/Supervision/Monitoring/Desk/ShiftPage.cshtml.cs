using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Editing;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Functions.Supervision.Monitoring.Desk;

/// <summary>One's shift: begun, and handed over with every open alarm gone through.</summary>
[RequiresPermission(MonitoringPermissions.Watch)]
[KeepsDraft("supervision.shift")]
internal sealed class ShiftPage(ShiftHandler handler, AlarmReader reader, ViewLog views) : SectionFormPage
{
    [BindProperty]
    public List<Guid> Confirmed { get; set; } = [];

    [BindProperty]
    public Guid? To { get; set; }

    [BindProperty]
    [StringLength(2000)]
    public string? Note { get; set; }

    public Shift? Shift { get; private set; }

    public IReadOnlyList<Choice> Open { get; private set; } = [];

    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    protected override uint StoredVersion => Shift?.Version ?? 0;

    protected override string FieldOf(Kernel.Results.Refusal refusal) => refusal.Field ?? "";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostBeginAsync()
    {
        var done = await handler.BeginAsync(Ct);
        return done.Done ? LocalRedirect("/monitoring/alarms") : await RefusedAsync(done.Refusal);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (To is null)
        {
            ModelState.AddModelError(nameof(To), "supervision.shift.toMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.HandOverAsync(
            new StaffId(To!.Value),
            Confirmed,
            string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(),
            Version,
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("supervision.shift.handedOver", ("count", done.Value));
        return LocalRedirect("/monitoring/shift");
    }

    protected override async Task<bool> LoadAsync()
    {
        Shift = await handler.MineAsync(Ct);
        var open = await reader.OpenAsync(Ct);
        await views.ListAsync(MonitoringPermissions.Watch, open.Select(r => r.Client).OfType<ClientId>(), Ct);
        Open =
        [
            .. open.Select(r => new Choice(
                r.Alarm.Id.ToString(),
                T["supervision.alarmKind." + r.Alarm.Kind] + ", " + (r.Name ?? r.Alarm.Serial),
                T.Write(r.Alarm.OccurredAt)
            )),
        ];
        Colleagues =
        [
            .. (await handler.ColleaguesAsync(Ct)).Select(c => new Choice(
                c.Id.ToString(),
                c.Surname + " " + c.GivenName
            )),
        ];
        return true;
    }
}
