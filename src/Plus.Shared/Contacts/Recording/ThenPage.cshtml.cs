using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Law.Breaches;
using Plus.Law.Calendar;
using Plus.Law.Obligations;
using Plus.Law.Rules;
using Plus.Shared.Breaches;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Contacts.Norms;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Incidents;
using Plus.Shared.Rules.Current;
using Plus.Web.Language;

namespace Plus.Shared.Contacts.Recording;

/// <summary>One thing that fits after an outcome: text key and address.</summary>
internal sealed record FittingAction(string TextKey, string Href);

/// <summary>What next, after an outcome was recorded: only what fits it, with the failures of twelve months beside.</summary>
[RequiresPermission(ContactsModule.Record)]
internal sealed class ThenPage(
    SectionReader sections,
    ContactReader reader,
    NormReader norms,
    CurrentRules rules,
    ViewLog views,
    SectionHead heading,
    PlusClock clock,
    StaffAccessor staff,
    Texts texts
) : PageModel
{
    public Contact Contact { get; private set; } = null!;

    public IReadOnlyList<Failure> Failures { get; private set; } = [];

    public IReadOnlyList<FittingAction> Actions { get; private set; } = [];

    public NextContact? Proposal { get; private set; }

    /// <summary>Last day for the evidence of an absence; null when none is waited for.</summary>
    public DateOnly? EvidenceBy { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (
            await reader.FindAsync(new ContactId(id), ContactsModule.Record, ct) is not { } found
            || found.Contact.State is not (ContactState.Held or ContactState.Missed)
            || await sections.FindAsync(found.Section, ContactsModule.Record, ct) is not { } view
        )
        {
            return NotFound();
        }

        await views.ConsultAsync(ContactsModule.Record, view.Client.Id, found.Section, ct);
        Contact = found.Contact;
        await heading.ShowAsync(view, texts["contacts.then.title"], ct);
        Failures = await reader.FailuresAsync(view.Client.Id, ct);
        if (Contact.AbsenceReason == "waitingForEvidence")
        {
            EvidenceBy = await EvidenceByAsync(ct);
        }

        if (view.Section.IsOpen && Contact.NextId is null)
        {
            Proposal = await norms.NextAsync(found.Section, ct);
        }

        Actions = [.. Fitting(view)];
        return Page();
    }

    private IEnumerable<FittingAction> Fitting(SectionView view)
    {
        var section = view.Section;
        if (!section.IsOpen)
        {
            yield break;
        }

        if (Contact.NextId is null)
        {
            var day = Proposal is { } next ? $"?day={next.Day:yyyy-MM-dd}" : "";
            yield return new("contacts.then.plan", $"/sections/{section.Id}/contacts/plan{day}");
        }

        if (Contact.Complied == false || Contact.AbsenceReason == "unjustified")
        {
            if (staff.Current.May(BreachesModule.Work) && BreachLadder.Has(section.Measure))
            {
                yield return new("contacts.then.breach", $"/sections/{section.Id}/breaches/new");
            }

            if (staff.Current.May("obligations.view") && ObligationKinds.RegimeOf(section.Measure) is not null)
            {
                yield return new("contacts.then.obligations", $"/sections/{section.Id}/obligations");
            }

            yield return new("contacts.then.moreOften", $"/sections/{section.Id}/contacts/norm");
        }

        if (Contact.AbsenceReason == "waitingForEvidence")
        {
            yield return new("contacts.then.judge", $"/contacts/{Contact.Id}");
        }

        if (staff.Current.May(IncidentsModule.Work))
        {
            yield return new("contacts.then.incident", $"/sections/{section.Id}/incidents/new?contact={Contact.Id}");
        }

        yield return new("contacts.then.home", "/");
    }

    private async Task<DateOnly> EvidenceByAsync(CancellationToken ct)
    {
        var set = await rules.ReadAsync(ct);
        var days = set.Parameters.Get(ParameterCodes.EvidenceDays, clock.Today).WholeNumber;
        var day = PlusClock.DayOf(Contact.PlannedAt);
        for (var i = 0; i < days; i++)
        {
            day = set.Calendar.WorkingDayOnOrAfter(day.AddDays(1));
        }

        return day;
    }
}
