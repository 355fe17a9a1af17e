using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Shared.Access;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Clients.Records;
using Plus.Shared.Rules.Current;
using Plus.Shared.WorkHours.Overview;
using Plus.Shared.WorkHours.Records;
using Plus.Web.Controls;

namespace Plus.Shared.WorkHours.Children;

/// <summary>
/// What is asked when a child works: ages by the law's rule, representatives present and told, and what was chosen when
/// the child turned adult. Shown to who may see data of minors.
/// </summary>
[RequiresPermission(WorkHoursModule.Enter)]
internal sealed class ChildPage(
    PlusDb db,
    SectionReader reader,
    SectionDetails details,
    ChildReader children,
    ChildHandler handler,
    CurrentRules rules,
    StaffAccessor staff,
    FunctionDoors doors,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : WorkPage(db, reader, doors, views, clock, heading)
{
    [BindProperty]
    public NoticeInput Input { get; set; } = new();

    [BindProperty]
    public AdultInput Adult { get; set; } = new();

    public IReadOnlyList<AgeLine> Ages { get; private set; } = [];

    public Verdict AgeVerdict { get; private set; } = Verdict.Allow();

    public IReadOnlyList<RelatedPerson> People { get; private set; } = [];

    public IReadOnlyList<NoticeLine> Notices { get; private set; } = [];

    public AdultChoice? Chosen { get; private set; }

    public bool IsAdult => Ages.Any(a => a is { Key: "today", Years: >= 18 });

    public IReadOnlyList<Choice> Representatives =>
        [.. People.Select(p => new Choice(p.Id.ToString(), p.GivenName + " " + p.Surname))];

    public IReadOnlyList<Choice> Subjects =>
        [.. RepresentativeNotice.Subjects.Select(s => new Choice(s, T["workHours.notice.about." + s]))];

    public IReadOnlyList<Choice> Ways =>
        [.. RepresentativeNotice.Ways.Select(w => new Choice(w, T["workHours.notice.how." + w]))];

    public IReadOnlyList<Choice> Choices =>
        [
            .. AdultChoice.All.Select(c => new Choice(
                c,
                T["workHours.adult.choice." + c],
                T["workHours.adult.choice." + c + ".hint"]
            )),
        ];

    protected override string Part => WorkHoursModule.Enter;

    protected override string StepKey => "workHours.child.title";

    public Task<IActionResult> OnGetAsync()
    {
        Input.OnDay ??= Today;
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostNoticeAsync()
    {
        JudgeOnly("Input.");
        if (
            Input.Representative is null
            || !RepresentativeNotice.Subjects.Contains(Input.About)
            || !RepresentativeNotice.Ways.Contains(Input.How)
        )
        {
            ModelState.AddModelError("Input.Representative", "workHours.notice.missing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.NoticeAsync(
            Id,
            new TypedNotice(Input.Representative!.Value, Input.About, Input.How, Input.OnDay!.Value, Input.Note),
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("workHours.notice.done");
        return LocalRedirect(Href + "/child");
    }

    public async Task<IActionResult> OnPostAdultAsync()
    {
        JudgeOnly("Adult.");
        if (!AdultChoice.All.Contains(Adult.Choice))
        {
            ModelState.AddModelError("Adult.Choice", "workHours.adult.choiceMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.ChooseAsync(Id, Adult.Choice, Adult.Reason!, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("workHours.adult.done");
        return LocalRedirect(Href);
    }

    // The page holds two forms, of which one is sent.
    private void JudgeOnly(string form)
    {
        foreach (var other in ModelState.Keys.Where(k => !k.StartsWith(form, StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(other);
        }
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!staff.Current.May(SpecialCategories.Minors) || !await base.LoadAsync())
        {
            return false;
        }

        var more = await details.ReadAsync(Id, Ct);
        if (!ChildReader.Concerns(View, more.Offences, Today))
        {
            return false;
        }

        Ages = ChildReader.Ages(View, more.Offences, Today);
        AgeVerdict = ChildReader.AgeVerdict(View, Ages, (await rules.ReadAsync(Ct)).Parameters);
        People = await children.RepresentativesAsync(View.Client.Id, Today, Ct);
        Notices = await children.NoticesAsync(Id, Ct);
        Chosen = await children.ChoiceAsync(Id, Ct);
        return true;
    }
}

/// <summary>What is asked of a notice.</summary>
internal sealed class NoticeInput
{
    public Guid? Representative { get; set; }

    public string About { get; set; } = "";

    public string How { get; set; } = "";

    [Required(ErrorMessage = "workHours.notice.dayMissing")]
    public DateOnly? OnDay { get; set; }

    [StringLength(2000)]
    public string? Note { get; set; }
}

/// <summary>What is asked when the child turned adult.</summary>
internal sealed class AdultInput
{
    public string Choice { get; set; } = "";

    [Required(ErrorMessage = "cases.refusal.reasonMissing")]
    [StringLength(2000)]
    public string? Reason { get; set; }
}
