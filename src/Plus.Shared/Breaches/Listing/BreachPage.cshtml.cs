using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Time;
using Plus.Law.Breaches;
using Plus.Shared.Breaches.Contract;
using Plus.Shared.Breaches.Records;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Rules.Current;

namespace Plus.Shared.Breaches.Listing;

/// <summary>One violation: what happened, what the client said, what followed, what may follow now.</summary>
[RequiresPermission(BreachesModule.View)]
internal sealed class BreachPage(
    SectionReader reader,
    BreachReader breaches,
    CurrentRules rules,
    StaffAccessor staff,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : BreachFormPage(reader, breaches, views, heading)
{
    public IReadOnlyList<BreachStep> Steps { get; private set; } = [];

    public IReadOnlyList<PossibleResponse> Responses { get; private set; } = [];

    public RestOfMeasure? Rest { get; private set; }

    public BreachStanding Standing => BreachCourses.On(Breach.Course, Today);

    /// <summary>Last day of a violation against which the warning of a step counts; null while it is not served.</summary>
    public IReadOnlyDictionary<Guid, DateOnly> CountsUntil { get; private set; } = new Dictionary<Guid, DateOnly>();

    public DateOnly Today => clock.Today;

    public bool MayWork => View.Section.IsOpen && Breach.WithdrawnOn is null && staff.Current.May(BreachesModule.Work);

    /// <summary>Outcome with which the section is closed now that the measure was replaced.</summary>
    public string? CloseWith =>
        View.Section.IsOpen && Steps.Any(s => s.Decision == BreachKinds.Replaced)
            ? Breaches.OutcomeWhenReplaced(View.Section)
            : null;

    protected override string Part => BreachesModule.View;

    protected override string StepKey => "breaches.one.title";

    protected override bool Fits => true;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        var parameters = (await rules.ReadAsync(Ct)).Parameters;
        var all = await Breaches.OfSectionAsync(View.Section.Id, Ct);
        Steps = all.Single(l => l.Breach.Id == Breach.Id).Steps;
        CountsUntil = Steps
            .Where(s => s.ServedOn is not null)
            .ToDictionary(s => s.Id, s => BreachHistory.CountsUntil(s.ServedOn!.Value, parameters));
        if (View.Section.IsOpen && BreachLadder.Has(View.Section.Measure))
        {
            Responses = await Breaches.ResponsesAsync(View.Section, Breach, all, Today, parameters, Ct);
            Rest = await Breaches.RestAsync(View.Section, Today, parameters, Ct);
        }

        return true;
    }
}
