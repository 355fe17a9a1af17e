using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Time;
using Plus.Law.Deadlines;
using Plus.Law.Rules;
using Plus.Shared.Access;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Obligations.Bans;
using Plus.Shared.Obligations.Listing;
using Plus.Shared.Obligations.Records;
using Plus.Shared.Rules.Current;

namespace Plus.Shared.Obligations.Following;

/// <summary>One obligation: the decision, how it was served, until when it can be contested, what its checks found.</summary>
[RequiresPermission(ObligationsModule.View)]
internal sealed class ObligationPage(
    SectionReader reader,
    ObligationReader obligations,
    ViewLog views,
    SectionHead heading,
    StaffAccessor staff,
    PlusClock clock,
    CurrentRules rules
) : ObligationFormPage(reader, obligations, views, heading)
{
    public IReadOnlyList<CheckLine> Checks { get; private set; } = [];

    public string? People { get; private set; }

    /// <summary>Until when the client may contest the decision; null while it is not served.</summary>
    public Deadline? ContestBy { get; private set; }

    public DateOnly Today => clock.Today;

    public bool MayWork =>
        View.Section.IsOpen && Obligation.EndReason is null && staff.Current.May(ObligationsModule.Set);

    /// <summary>Addresses the ban protects; none for who may not see victims.</summary>
    public IReadOnlyList<ProtectedAddress> Protected { get; private set; } = [];

    public bool MayProtect =>
        MaySeePeople && BanKinds.Protects(Obligation.Kind) && staff.Current.May(ObligationsModule.Protect);

    public bool MaySeePeople => staff.Current.May(SpecialCategories.Victims);

    protected override string Part => ObligationsModule.View;

    protected override string StepKey => "obligations.one.title";

    protected override bool Fits => true;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        Checks = await Obligations.ChecksAsync(Id, Ct);
        Protected = await Obligations.ProtectedAsync(Id, Ct);
        People = await Obligations.PeopleAsync(Id, Ct);
        if (Obligation.ServedOn is { } served)
        {
            var now = await rules.ReadAsync(Ct);
            ContestBy = DeadlineCalculator.Compute(
                DeadlineRule.From(now.Parameters, ParameterCodes.ContestDecision, served),
                served,
                now.Calendar
            );
        }

        return true;
    }
}
