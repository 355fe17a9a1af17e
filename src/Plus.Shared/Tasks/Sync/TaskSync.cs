using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Tasks;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Rules.Current;
using Plus.Shared.Tasks.Records;

namespace Plus.Shared.Tasks.Sync;

/// <summary>
/// Makes the stored tasks of sections what the law says today. Called in the transaction that changed a fact, after
/// the change is tracked or saved, and at night for what time alone changes.
/// </summary>
public sealed class TaskSync(PlusDb db, TaskFacts facts, CurrentRules rules, StaffAccessor staff, PlusClock clock)
{
    /// <summary>Brings the tracked task rows in line; the caller commits.</summary>
    /// <returns>How many rows were added, changed or removed.</returns>
    public async Task<int> AlignAsync(IReadOnlyCollection<SectionId> sections, CancellationToken ct)
    {
        var set = await rules.ReadAsync(ct);
        var rows = (await db.Set<DueTaskRow>().OfSections(sections, t => t.SectionId).ToListAsync(ct)).ToLookup(r =>
            r.SectionId
        );
        var changed = 0;
        // Who may not see incidents reads none: what they ask stands as it stood, until somebody who may, or the night.
        var seesIncidents = staff.Reach.IsSystem || staff.Reach.Words.Contains("incidents");
        foreach (var section in await facts.OfAsync(sections, ct))
        {
            var have = rows[section.Section].ToDictionary(r => (r.Kind, r.Key));
            foreach (var due in TaskRules.For(section.Facts, clock.Today, set.Calendar, set.Parameters))
            {
                if (!have.Remove((due.Kind, due.Key), out var row))
                {
                    row = new DueTaskRow(TaskId.New(), section.Client, section.Section, due.Kind, due.Key, clock.Now);
                    db.Add(row);
                }

                var explanation = TaskExplanation.Write(due);
                if (row.DueOn != due.DueOn || !SameJson(row.Explanation, explanation))
                {
                    row.Due(due.DueOn, explanation);
                }

                row.Belongs(section.Office, section.Manager);
                changed += db.Entry(row).State == EntityState.Unchanged ? 0 : 1;
            }

            if (!seesIncidents)
            {
                foreach (var kept in have.Values.Where(r => TaskKinds.OfIncidents.Contains(r.Kind)).ToList())
                {
                    kept.Belongs(section.Office, section.Manager);
                    have.Remove((kept.Kind, kept.Key));
                }
            }

            db.RemoveRange(have.Values);
            changed += have.Count;
        }

        return changed;
    }

    // The database gives JSON back in its own order and spacing: compared as text, every night would rewrite every task.
    private static bool SameJson(string stored, string written) =>
        string.Equals(stored, written, StringComparison.Ordinal)
        || JsonNode.DeepEquals(JsonNode.Parse(stored), JsonNode.Parse(written));
}
