using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Applications;
using Plus.Law.Breaches;
using Plus.Law.Deadlines;
using Plus.Law.Rules;
using Plus.Shared.Applications.Listing;
using Plus.Shared.Breaches;
using Plus.Shared.Cases;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Documents;
using Plus.Shared.Documents.Records;
using Plus.Shared.Organisation.Records;
using Plus.Shared.Rules.Current;

namespace Plus.Shared.Applications.Following;

/// <summary>One application: what it needs and why, what was decided, and what came of it.</summary>
[RequiresPermission(ApplicationsModule.View)]
internal sealed class RequestPage(
    PlusDb db,
    SectionReader reader,
    RequestReader requests,
    ViewLog views,
    SectionHead heading,
    StaffAccessor staff,
    PlusClock clock,
    CurrentRules rules
) : RequestFormPage(reader, requests, views, heading)
{
    private const string DecisionTemplate = "permission.lv";

    public ApplicationNeed Need { get; private set; } = null!;

    /// <summary>Until when the client may contest the decision; null while it is not served.</summary>
    public Deadline? ContestBy { get; private set; }

    /// <summary>Name of the office that is competent after the move; null when nothing is proposed.</summary>
    public string? OtherOffice { get; private set; }

    /// <summary>Where its decision is made as a document; null for who makes none, or where none is needed.</summary>
    public string? DocumentHref { get; private set; }

    /// <summary>The application that decides this one anew.</summary>
    public Guid? Follower { get; private set; }

    public DateOnly Today => clock.Today;

    public bool MayWork => View.Section.IsOpen && staff.Current.May(ApplicationsModule.Work);

    public bool MayAssign => View.Section.IsOpen && staff.Current.May(CasePermissions.Assign);

    /// <summary>The client told too late, left without permission or is not back: what a violation would be recorded of.</summary>
    public string? Against =>
        Asked.From < Asked.ReceivedOn ? "late"
        : Asked is { Outcome: ApplicationOutcome.Refused, IsAbsence: true } ? "refused"
        : Asked is { Runs: true, IsAbsence: true } && Asked.To < clock.Today ? "notBack"
        : Asked is { IsAbsence: true, HappenedOn: not null } && Asked.HappenedOn > Asked.To?.AddDays(1) ? "backLate"
        : null;

    public bool MayRecordBreach =>
        View.Section.IsOpen && staff.Current.May(BreachesModule.Work) && BreachLadder.Has(View.Section.Measure);

    protected override string Part => ApplicationsModule.View;

    protected override string StepKey => "applications.one.title";

    protected override bool Fits => true;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        Need = await Requests.NeedAsync(View.Section, Asked.Application, Ct);
        if (Asked.ServedOn is { } served)
        {
            var now = await rules.ReadAsync(Ct);
            ContestBy = DeadlineCalculator.Compute(
                DeadlineRule.From(now.Parameters, ParameterCodes.ContestDecision, served),
                served,
                now.Calendar
            );
        }

        if (Asked.ContestOutcome is not null and not "upheld")
        {
            Follower = await Requests.FollowerAsync(Id, Ct);
        }

        if (Asked.ProposesTransfer(View.Section.OfficeId))
        {
            OtherOffice = await db.Set<Office>()
                .Where(o => o.Id == Asked.ProposedOfficeId)
                .Select(o => o.Name)
                .SingleAsync(Ct);
        }

        if (Asked is { NeedsDecision: true, DecidedOn: not null } && staff.Current.May(DocumentPermissions.Work))
        {
            var template = await db.Set<Template>()
                .Where(t => t.Code == DecisionTemplate)
                .Select(t => (Guid?)t.Id)
                .SingleOrDefaultAsync(Ct);
            DocumentHref = template is null
                ? null
                : $"/clients/{View.Client.Id}/documents/make/{template}?section={View.Section.Id}";
        }

        return true;
    }
}
