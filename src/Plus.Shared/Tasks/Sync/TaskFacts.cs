using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Sections;
using Plus.Law.Tasks;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Contacts.Records;

namespace Plus.Shared.Tasks.Sync;

/// <summary>Gathers the facts of sections, tracked changes included: the shared ones here, the functions' through their doors.</summary>
public sealed class TaskFacts(PlusDb db, FunctionDoors doors)
{
    public async Task<IReadOnlyList<FactsForTasks>> OfAsync(IReadOnlyCollection<SectionId> ids, CancellationToken ct)
    {
        // Sections opened in this very transaction stand in the context alone: nothing of them is stored yet.
        var opened = Added<Section>(s => ids.Contains(s.Id));
        var allNew = opened.Count == ids.Count;
        // Loading through the context lets a change that is not saved yet be seen.
        var sections = allNew
            ? opened
            : await TrackedAsync(db.Set<Section>().Where(s => ids.Contains(s.Id)), s => ids.Contains(s.Id), ct);
        var caseIds = sections.Select(s => s.CaseId).ToHashSet();
        var basisIds = sections.Select(s => s.BasisId).ToHashSet();
        var cases = (
            await TrackedAsync<Case>(db.Set<Case>().Where(c => caseIds.Contains(c.Id)), c => caseIds.Contains(c.Id), ct)
        ).ToDictionary(c => c.Id);
        var bases = (
            await TrackedAsync<Basis>(
                db.Set<Basis>().Where(b => basisIds.Contains(b.Id)),
                b => basisIds.Contains(b.Id),
                ct
            )
        ).ToDictionary(b => b.Id);
        var contacts = (
            allNew
                ? Added<Contact>(c => c.SectionId is { } s && ids.Contains(s))
                : await TrackedAsync<Contact>(
                    db.Set<Contact>()
                        .Where(c =>
                            c.State == ContactState.Planned && c.SectionId != null && ids.Contains(c.SectionId.Value)
                        ),
                    c => c.SectionId is { } s && ids.Contains(s),
                    ct
                )
        ).ToLookup(c => c.SectionId!.Value);

        var shared = sections
            .Select(s => new FactsForTasks(
                s.Id,
                s.ClientId,
                s.OfficeId,
                s.ManagerId,
                FactsOf(s, cases[s.CaseId], bases[s.BasisId], contacts[s.Id])
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

    private static SectionFacts FactsOf(Section section, Case file, Basis basis, IEnumerable<Contact> contacts) =>
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
            Contacts =
            [
                .. contacts.Select(c => new PlannedContact(
                    c.Id.ToString(),
                    PlusClock.DayOf(c.PlannedAt),
                    c.State != ContactState.Planned
                )),
            ],
        };

    private async Task<List<T>> TrackedAsync<T>(IQueryable<T> stored, Func<T, bool> matches, CancellationToken ct)
        where T : class
    {
        var loaded = await stored.ToListAsync(ct);
        return [.. loaded.Union(Added(matches))];
    }

    private List<T> Added<T>(Func<T, bool> matches)
        where T : class =>
        [
            .. db
                .ChangeTracker.Entries<T>()
                .Where(e => e.State == EntityState.Added)
                .Select(e => e.Entity)
                .Where(matches),
        ];
}
