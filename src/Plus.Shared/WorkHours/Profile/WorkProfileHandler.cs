using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Law.CommunityWork;
using Plus.Shared.Access;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.WorkHours.Records;

namespace Plus.Shared.WorkHours.Profile;

/// <summary>What is told of a client who is looked work for.</summary>
/// <param name="Health">What the health does not bear; null where the person who writes may not see health.</param>
public sealed record WorkProfileFacts(
    string? Profession,
    IReadOnlyList<string> Skills,
    FreeHours Free,
    (IReadOnlyList<string> Limits, string? Note)? Health
);

/// <summary>Keeps what a client can do, when they are free, and what their health does not bear.</summary>
internal sealed class WorkProfileHandler(PlusDb db, SectionEditing editing, StaffAccessor staff)
{
    public async Task<Outcome<Unit>> SaveAsync(SectionId id, WorkProfileFacts facts, uint version, CancellationToken ct)
    {
        if (await editing.FindAsync(id, WorkHoursModule.Enter, null, ct) is not { } section)
        {
            return new NoSuchRecord();
        }

        var profile = await db.Set<WorkProfile>().SingleOrDefaultAsync(p => p.SectionId == id, ct);
        if (profile is null)
        {
            if (version != 0)
            {
                return new ChangedMeanwhile();
            }

            profile = new WorkProfile(id);
            db.Add(profile);
        }
        else
        {
            db.Entry(profile).Property(p => p.Version).OriginalValue = version;
        }

        profile.Describe(
            string.IsNullOrWhiteSpace(facts.Profession) ? null : facts.Profession.Trim(),
            [.. facts.Skills],
            facts.Free
        );
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var done = await editing.CommitAsync(section, new ProcessStart(WorkHoursModule.ProfileChanged), ct);
        if (done.Done && facts.Health is { } told && staff.Current.May(SpecialCategories.Health))
        {
            // A process of its own: its before and after are read only by who may see health.
            done = await LimitAsync(section, told.Limits, told.Note, ct);
        }

        if (done.Done)
        {
            await transaction.CommitAsync(ct);
        }

        return done;
    }

    private async Task<Outcome<Unit>> LimitAsync(
        Section section,
        IReadOnlyList<string> limits,
        string? note,
        CancellationToken ct
    )
    {
        var plain = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        var health = await db.Set<WorkHealth>().SingleOrDefaultAsync(h => h.SectionId == section.Id, ct);
        if (health is null)
        {
            if (limits.Count == 0 && plain is null)
            {
                return Unit.Value;
            }

            health = new WorkHealth(section.Id);
            db.Add(health);
        }

        health.Limit([.. limits], plain);
        return await editing.CommitAsync(section, new ProcessStart(WorkHoursModule.HealthChanged), ct);
    }
}
