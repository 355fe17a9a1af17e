using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Applications;
using Plus.Law.Obligations;
using Plus.Law.Sections;
using Plus.Law.Tasks;
using Plus.Shared.Applications.Records;
using Plus.Shared.Breaches.Records;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Incidents.Records;
using Plus.Shared.Plans.Records;

namespace Plus.Shared.Tasks.Sync;

/// <summary>Gathers the facts of sections, tracked changes included: the shared ones here, the functions' through their doors.</summary>
public sealed class TaskFacts(PlusDb db, FunctionDoors doors)
{
    public async Task<IReadOnlyList<FactsForTasks>> OfAsync(IReadOnlyCollection<SectionId> asked, CancellationToken ct)
    {
        var ids = asked.ToHashSet();
        // What is tracked is not read again. Sections opened in this very transaction stand in the context alone: nothing
        // of them is stored yet.
        await LoadAsync(ids, ct);
        var sections = Tracked<Section>(s => ids.Contains(s.Id));
        var cases = Tracked<Case>(_ => true).ToDictionary(c => c.Id);
        var bases = Tracked<Basis>(_ => true).ToDictionary(b => b.Id);
        if (!sections.TrueForAll(s => db.Entry(s).State == EntityState.Added))
        {
            await db.Set<Contact>()
                .Where(c => c.State == ContactState.Planned && c.SectionId != null)
                .OfSections(ids, c => c.SectionId!.Value)
                .LoadAsync(ct);
            await db.Set<Breach>()
                .Where(b => b.WithdrawnOn == null && b.Justified != true && (b.AnsweredOn == null || b.Unserved))
                .OfSections(ids, b => b.SectionId)
                .LoadAsync(ct);
            await db.Set<Incident>()
                .Where(i => i.ClosedOn == null)
                .OfSections(ids, i => i.SectionId)
                .Include(i => i.Measures)
                .LoadAsync(ct);
        }

        await LoadPlannedAsync(sections, ct);
        var steps = Tracked<PlanStep>(s => s.State == PlanStep.Open && ids.Contains(s.SectionId))
            .ToLookup(s => s.SectionId);
        var requests = Tracked<ClientRequest>(r => ids.Contains(r.SectionId)).ToLookup(r => r.SectionId);
        var breaches = Tracked<Breach>(b => ids.Contains(b.SectionId)).ToLookup(b => b.SectionId);
        var incidents = Tracked<Incident>(i => i.ClosedOn is null && ids.Contains(i.SectionId))
            .ToLookup(i => i.SectionId);
        var contacts = Tracked<Contact>(c => c.SectionId is { } s && ids.Contains(s)).ToLookup(c => c.SectionId!.Value);
        var shared = sections
            .Select(s => new FactsForTasks(
                s.Id,
                s.ClientId,
                s.OfficeId,
                s.ManagerId,
                FactsOf(
                    s,
                    cases[s.CaseId],
                    bases[s.BasisId],
                    contacts[s.Id],
                    steps[s.Id],
                    breaches[s.Id],
                    requests[s.Id],
                    incidents[s.Id]
                )
            )
            {
                Function = s.Function,
            })
            .ToList();
        var all = new List<FactsForTasks>(shared.Count);
        foreach (var group in shared.GroupBy(f => f.Function, StringComparer.Ordinal))
        {
            all.AddRange(await doors.OfCode(group.Key).WithOwnFactsAsync(db, [.. group], ct));
        }

        return all;
    }

    private static SectionFacts FactsOf(
        Section section,
        Case file,
        Basis basis,
        IEnumerable<Contact> contacts,
        IEnumerable<PlanStep> steps,
        IEnumerable<Breach> breaches,
        IEnumerable<ClientRequest> requests,
        IEnumerable<Incident> incidents
    ) =>
        new()
        {
            Measure = section.Measure,
            State = section.State,
            ReceivedOn = section.OpenedOn,
            CaseCreatedOn = file.FormedOn,
            InForceOn = basis.InForceOn,
            RegisteredOn = section.RegisteredOn,
            // While a section is suspended its term stands still: no end to warn of.
            TermLastDay = section.State == SectionState.Suspended ? null : section.TermEndsOn,
            Steps = [.. steps.Select(s => new PlannedStep(s.Id.ToString(), s.IsReview, s.DueOn))],
            Breaches = [.. breaches.Select(b => new LiveBreach(b.Id.ToString(), b.OccurredOn, b.Course))],
            Applications =
            [
                .. requests.Select(r => new OpenApplication(
                    r.Id.ToString(),
                    r.ReceivedOn,
                    r.From,
                    r.Outcome is null,
                    r is { Runs: true, IsAbsence: true } ? r.To : null,
                    r is { Runs: true, IsAbsence: false },
                    r.ProposesTransfer(section.OfficeId) ? r.HappenedOn : null
                )),
            ],
            Incidents = [.. incidents.Select(i => i.Live)],
            Contacts =
            [
                .. contacts.Select(c => new PlannedContact(
                    c.Id.ToString(),
                    PlusClock.DayOf(c.PlannedAt),
                    c.State != ContactState.Planned
                )),
            ],
        };

    // Only measures with obligations have a plan, and clients who must ask and tell: the others ask nothing.
    private async Task LoadPlannedAsync(List<Section> sections, CancellationToken ct)
    {
        var planned = sections
            .Where(s => ObligationKinds.RegimeOf(s.Measure) is not null && db.Entry(s).State != EntityState.Added)
            .Select(s => s.Id)
            .ToHashSet();
        if (planned.Count > 0)
        {
            await db.Set<PlanStep>()
                .Where(s => s.State == PlanStep.Open)
                .OfSections(planned, s => s.SectionId)
                .LoadAsync(ct);
            await db.Set<ClientRequest>()
                .Where(r =>
                    r.Outcome == null
                    || (r.HappenedOn == null && (r.Outcome == "granted" || r.Outcome == "noted"))
                    || (r.ProposedOfficeId != null && r.StaysBecause == null)
                )
                .OfSections(planned, r => r.SectionId)
                .LoadAsync(ct);
        }
    }

    /// <summary>
    /// Tracks the stored sections with their cases and documents, in one statement, where one of the three is not tracked
    /// yet. Loading through the context lets a change that is not saved yet be seen.
    /// </summary>
    private async Task LoadAsync(IReadOnlyCollection<SectionId> ids, CancellationToken ct)
    {
        var cases = Tracked<Case>(_ => true).Select(c => c.Id).ToHashSet();
        var bases = Tracked<Basis>(_ => true).Select(b => b.Id).ToHashSet();
        var whole = Tracked<Section>(s => cases.Contains(s.CaseId) && bases.Contains(s.BasisId)).Select(s => s.Id);
        var missing = ids.Except(whole).ToList();
        if (missing.Count > 0)
        {
            await (
                from s in db.Set<Section>().OfSections(missing, s => s.Id)
                join k in db.Set<Case>() on s.CaseId equals k.Id
                join b in db.Set<Basis>() on s.BasisId equals b.Id
                select new
                {
                    Section = s,
                    Case = k,
                    Basis = b,
                }
            ).LoadAsync(ct);
        }

        // A section that was moved to another case or document in this transaction: its own are tracked or read here.
        foreach (var section in Tracked<Section>(s => ids.Contains(s.Id)))
        {
            await db.FindAsync<Case>([section.CaseId], ct);
            await db.FindAsync<Basis>([section.BasisId], ct);
        }
    }

    private List<T> Tracked<T>(Func<T, bool> matches)
        where T : class =>
        [
            .. db
                .ChangeTracker.Entries<T>()
                .Where(e => e.State is not (EntityState.Deleted or EntityState.Detached))
                .Select(e => e.Entity)
                .Where(matches),
        ];
}
