using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Deadlines;
using Plus.Law.Rules;
using Plus.Law.Sections;
using Plus.Shared.Access;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Documents.Records;
using Plus.Shared.Rules.Current;
using Plus.Shared.WorkHours.Overview;
using Plus.Shared.WorkHours.Records;
using Plus.Web.Controls;

namespace Plus.Shared.WorkHours.Reporting;

/// <summary>
/// Reports on a child's work to the court that imposed it: what there is to tell now, the letter of it, and what was
/// sent. Shown to who may see data of minors.
/// </summary>
[RequiresPermission(WorkHoursModule.Enter)]
internal sealed class WorkReportsPage(
    PlusDb db,
    SectionReader reader,
    ReportWorkHandler handler,
    CurrentRules rules,
    StaffAccessor staff,
    FunctionDoors doors,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : WorkPage(db, reader, doors, views, clock, heading)
{
    private const string Letter = "workReport.lv";

    private readonly PlusDb _db = db;

    [BindProperty]
    public WorkReportInput Input { get; set; } = new();

    /// <summary>What a letter made now would tell; null before the registration.</summary>
    public WorkProgress? Now { get; private set; }

    public DateOnly? DueOn { get; private set; }

    public DeadlineRule Rule { get; private set; } = null!;

    public Guid? Template { get; private set; }

    public IReadOnlyList<Choice> Letters { get; private set; } = [];

    public IReadOnlyList<WorkReport> Reports { get; private set; } = [];

    protected override string Part => WorkHoursModule.Enter;

    protected override string StepKey => "workHours.report.title";

    protected override uint StoredVersion => View.Section.Version;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Letter is not { } letter)
        {
            ModelState.AddModelError("Input.Letter", "workHours.report.letterMissing");
            return await ShowAsync();
        }

        var done = await handler.ReportAsync(Door, Id, letter, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("workHours.report.done");
        return LocalRedirect(Href + "/reports");
    }

    protected override async Task<bool> LoadAsync()
    {
        if (
            !staff.Current.May(SpecialCategories.Minors)
            || !await base.LoadAsync()
            || View.Section.Measure != MeasureCode.EducationalCommunityWork
        )
        {
            return false;
        }

        var id = Id;
        Reports = await _db.Set<WorkReport>()
            .AsNoTracking()
            .Where(r => r.SectionId == id)
            .OrderByDescending(r => r.To)
            .ToListAsync(Ct);
        Template = await _db.Set<Template>()
            .Where(t => t.Code == Letter)
            .Select(t => (Guid?)t.Id)
            .SingleOrDefaultAsync(Ct);
        Letters =
        [
            .. (await ReportWorkHandler.Letters(_db, id).OrderByDescending(d => d.Id).Take(20).ToListAsync(Ct)).Select(
                d => new Choice(
                    d.Id.ToString(),
                    string.Join(", ", new[] { d.Title, d.Number, T.Write(d.RegisteredOn) }.OfType<string>()),
                    T["documents.state." + CodeConversion.CodeOf(d.State)]
                )
            ),
        ];
        if (View.Section.RegisteredOn is { } registered && View.Section.IsOpen)
        {
            var set = await rules.ReadAsync(Ct);
            var from = Reports.Count > 0 ? Reports[0].To : registered;
            Rule = DeadlineRule.From(set.Parameters, ParameterCodes.ChildWorkReport, from);
            DueOn = DeadlineCalculator.Compute(Rule, from, set.Calendar).DueOn;
            Now = await WorkProgress.ReadAsync(_db, Door, Measure, registered, Today, Today, Ct);
        }

        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class WorkReportInput
{
    public Guid? Letter { get; set; }
}
