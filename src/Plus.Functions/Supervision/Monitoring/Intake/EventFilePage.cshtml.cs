using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;

namespace Plus.Functions.Supervision.Monitoring.Intake;

/// <summary>Takes in a file of events, one a line, when the vendor's connection was down. The first line is its signature.</summary>
[RequiresPermission(MonitoringPermissions.Watch)]
internal sealed class EventFilePage(
    EventIntake intake,
    PlusClock clock,
    Microsoft.Extensions.Configuration.IConfiguration configuration
) : SectionFormPage
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>Numbers of lines that are no events.</summary>
    public IReadOnlyList<int> Wrong { get; private set; } = [];

    public TakenEvents? Taken { get; private set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Upload is null || Upload.Length == 0)
        {
            ModelState.AddModelError(nameof(Upload), "supervision.file.missing");
            return Page();
        }

        using var reader = new StreamReader(Upload.OpenReadStream(), Encoding.UTF8);
        var signature = await reader.ReadLineAsync(Ct);
        var body = await reader.ReadToEndAsync(Ct);
        var key = Encoding.UTF8.GetBytes(configuration["PLUS_MONITORING_KEY"] ?? "");
        if (!VendorMessage.VerifyFile(key, Encoding.UTF8.GetBytes(body), signature, clock.Now))
        {
            ModelState.AddModelError(nameof(Upload), "supervision.file.unsigned");
            return Page();
        }

        var events = new List<ReportedEvent>();
        var wrong = new List<int>();
        var number = 1;
        foreach (var line in body.Split('\n'))
        {
            number++;
            if (line.Trim().Length == 0)
            {
                continue;
            }

            if (VendorMessage.ReadLine(line) is { } one)
            {
                events.Add(one);
            }
            else
            {
                wrong.Add(number);
            }
        }

        var taken = new TakenEvents(0, 0, 0);
        foreach (var part in events.Chunk(VendorMessage.MostEvents))
        {
            var done = await intake.TakeAsync(part, Ct);
            taken = new TakenEvents(taken.Events + done.Events, taken.Known + done.Known, taken.Alarms + done.Alarms);
        }

        (Taken, Wrong) = (taken, wrong);
        return Page();
    }

    protected override Task<bool> LoadAsync() => Task.FromResult(true);
}
