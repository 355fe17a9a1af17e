using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Applications;
using Plus.Shared.Applications.Records;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Obligations.Bans;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Functions.Supervision.Monitoring.OfSection;

/// <summary>Whether the client found work in the first month of monitoring, on what evidence, and what follows if not.</summary>
[RequiresPermission(MonitoringPermissions.Order)]
[KeepsDraft("supervision.employment", Subject = "id")]
internal sealed class EmploymentPage(
    PlusDb db,
    SectionReader reader,
    MonitoringReader monitoring,
    EmploymentHandler handler,
    PlusClock clock,
    ViewLog views,
    SectionHead heading
) : MonitoringInputPage<EmploymentInput>(reader, monitoring, views, heading), IAsksOfBan
{
    IBanInput IAsksOfBan.Input => Input;

    public bool IsFact => true;

    private static readonly string[] Answers = ["yes", "no"];

    protected override string StepKey => "supervision.employment.title";

    protected override string SavedKey => "supervision.employment.saved";

    protected override bool Fits => View.Section.IsOpen && Monitoring.Runs;

    public IReadOnlyList<Choice> Works => Choices("supervision.employment.works.", Answers);

    public IReadOnlyList<Choice> Evidences =>
        Choices("supervision.employment.evidence.", MonitoringEmployment.Evidences);

    public IReadOnlyList<Choice> Follows => Choices("supervision.employment.follows.", MonitoringEmployment.Follow);

    public override async Task<IActionResult> OnGetAsync()
    {
        var shown = await ShowAsync();
        if (shown is PageResult)
        {
            Input.SeenOn ??= clock.Today;
            await KnownAsync();
        }

        return shown;
    }

    protected override void Check()
    {
        Must(Answers.Contains(Input.Works), nameof(Input.Works), "supervision.employment.worksMissing");
        if (Input.Works == "yes")
        {
            Must(Input.WorksFrom is not null, nameof(Input.WorksFrom), "supervision.employment.fromMissing");
            Must(
                !string.IsNullOrWhiteSpace(Input.Employer),
                nameof(Input.Employer),
                "supervision.employment.employerMissing"
            );
            Must(
                MonitoringEmployment.Evidences.Contains(Input.Evidence),
                nameof(Input.Evidence),
                "supervision.employment.evidenceMissing"
            );
        }

        if (Input.Works == "no")
        {
            Must(
                MonitoringEmployment.Follow.Contains(Input.Follows),
                nameof(Input.Follows),
                "supervision.employment.followsMissing"
            );
        }
    }

    protected override Task<Outcome<Unit>> SaveAsync()
    {
        var seen = new MonitoringEmployment(Section, Input.SeenOn!.Value, Input.Note!.Trim());
        if (Input.Works == "yes")
        {
            seen.Works(Input.WorksFrom!.Value, Input.Employer!.Trim(), Input.Evidence!);
        }
        else
        {
            seen.WorksNot(Input.Follows!);
        }

        return handler.SeeAsync(seen, Input.BanKnown, Ct);
    }

    // What the client told of work stands already: it is not typed twice.
    private async Task KnownAsync()
    {
        var told = await db.Set<ClientRequest>()
            .AsNoTracking()
            .Where(r => r.SectionId == Section && r.Kind == ApplicationKinds.WorkChange && r.HappenedOn != null)
            .OrderByDescending(r => r.HappenedOn)
            .FirstOrDefaultAsync(Ct);
        if (told is not null && Input.Employer is null)
        {
            (Input.Works, Input.Employer, Input.WorksFrom) = ("yes", told.Place, told.HappenedOn);
        }
    }
}

/// <summary>What the form asks.</summary>
internal sealed class EmploymentInput : IBanInput
{
    public string? Works { get; set; }

    [Required(ErrorMessage = "supervision.employment.dayMissing")]
    public DateOnly? SeenOn { get; set; }

    public DateOnly? WorksFrom { get; set; }

    [StringLength(300)]
    public string? Employer { get; set; }

    public string? Evidence { get; set; }

    public bool BanKnown { get; set; }

    public string? Follows { get; set; }

    [Required(ErrorMessage = "supervision.employment.noteMissing")]
    [StringLength(2_000)]
    public string? Note { get; set; }
}
