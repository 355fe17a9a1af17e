using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.CommunityWork;
using Plus.Shared.Access;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Partners.Records;
using Plus.Shared.WorkHours.Overview;
using Plus.Shared.WorkHours.Records;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.WorkHours.Profile;

/// <summary>Skills, free hours and, for who may see it, what the client's health does not bear.</summary>
[RequiresPermission(WorkHoursModule.Enter)]
[KeepsDraft("workHours.profile", Subject = "section")]
internal sealed class WorkProfilePage(
    PlusDb db,
    SectionReader reader,
    WorkProfileHandler handler,
    FunctionDoors doors,
    StaffAccessor staff,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : WorkPage(db, reader, doors, views, clock, heading)
{
    private readonly PlusDb _db = db;
    private WorkProfile? _profile;
    private WorkHealth? _health;

    [BindProperty]
    public WorkProfileInput Input { get; set; } = new();

    public uint ProfileVersion => _profile?.Version ?? 0;

    public bool SeesHealth => staff.Current.May(SpecialCategories.Health);

    public IReadOnlyList<Choice> Skills => [.. WorkDemands.Skills.Select(s => new Choice(s, T["partners.skill." + s]))];

    public IReadOnlyList<Choice> Strains =>
        [.. WorkDemands.Strains.Select(s => new Choice(s, T["partners.strain." + s]))];

    protected override string Part => WorkHoursModule.Enter;

    protected override string StepKey => "workHours.profile.title";

    protected override uint StoredVersion => ProfileVersion;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        ShowSaved();
        return Page();
    }

    protected override void ShowSaved()
    {
        var free = _profile?.Free ?? FreeHours.Daytime;
        Input = new WorkProfileInput
        {
            Profession = _profile?.Profession,
            Skills = [.. _profile?.Skills ?? []],
            Free = [.. free.Days.Select(d => (string?)FreeHours.Write(d))],
            Limits = [.. _health?.Limits ?? []],
            Note = _health?.Note,
        };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Read(ModelState) is not { } free)
        {
            return await ShowAsync();
        }

        var facts = new WorkProfileFacts(
            Input.Profession,
            [.. Input.Skills.Intersect(WorkDemands.Skills)],
            free,
            SeesHealth ? ([.. Input.Limits.Intersect(WorkDemands.Strains)], Input.Note) : null
        );
        var done = await handler.SaveAsync(Id, facts, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("workHours.profile.done");
        return LocalRedirect(Href + "/host");
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        _profile = await _db.Set<WorkProfile>().AsNoTracking().SingleOrDefaultAsync(p => p.SectionId == Id, Ct);
        _health = SeesHealth
            ? await _db.Set<WorkHealth>().AsNoTracking().SingleOrDefaultAsync(h => h.SectionId == Id, Ct)
            : null;
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class WorkProfileInput
{
    [StringLength(200)]
    public string? Profession { get; set; }

    public List<string> Skills { get; set; } = [];

    /// <summary>Monday first.</summary>
    public List<string?> Free { get; set; } = [null, null, null, null, null, null, null];

    public List<string> Limits { get; set; } = [];

    [StringLength(2000)]
    public string? Note { get; set; }

    /// <summary>The free hours typed; null with errors at the days that cannot be read.</summary>
    public FreeHours? Read(Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary state)
    {
        var days = new List<IReadOnlyList<FreeSpan>>();
        for (var i = 0; i < 7; i++)
        {
            if (FreeHours.TryReadDay(Free.ElementAtOrDefault(i), out var spans))
            {
                days.Add(spans);
            }
            else
            {
                state.AddModelError($"Input.Free[{i}]", "workHours.profile.freeWrong");
            }
        }

        return state.IsValid ? new FreeHours(days) : null;
    }
}
