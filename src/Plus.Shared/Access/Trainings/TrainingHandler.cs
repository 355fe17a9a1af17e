using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Assignment;
using Plus.Shared.Access.Records;
using Plus.Shared.Access.StaffDirectory;

namespace Plus.Shared.Access.Trainings;

/// <summary>Records what people are trained in, and ends it.</summary>
internal sealed class TrainingHandler(PlusDb db, Processes processes, StaffScope scope, PlusClock clock)
{
    public static readonly ProcessType Trained = new("access.trained");

    public static readonly ProcessType Ended = new("access.trainingEnded");

    public async Task<Outcome<Unit>> AddAsync(
        StaffId id,
        string subject,
        DateOnly from,
        DateOnly? to,
        string evidence,
        CancellationToken ct
    )
    {
        if (!await IsReachedAsync(id, ct) || !TrainingSubjects.All.Contains(subject))
        {
            return new NoSuchRecord();
        }

        if (from > clock.Today)
        {
            return new TrainingInTheFuture();
        }

        if (to < from)
        {
            return new TrainingEndsBeforeItBegins();
        }

        var made = new StaffTraining(id, subject, from, to, evidence);
        db.Add(made);
        return await processes.CommitAsync(Start(Trained, made), ct);
    }

    public async Task<Outcome<Unit>> EndAsync(StaffId id, Guid training, CancellationToken ct)
    {
        var found = await db.Set<StaffTraining>().SingleOrDefaultAsync(t => t.Id == training && t.StaffId == id, ct);
        if (found is null || !await IsReachedAsync(id, ct) || !found.HoldsOn(clock.Today))
        {
            return new NoSuchRecord();
        }

        found.End(clock.Today.AddDays(-1));
        return await processes.CommitAsync(Start(Ended, found), ct);
    }

    private Task<bool> IsReachedAsync(StaffId id, CancellationToken ct) =>
        scope.Visible(AccessPermissions.Train).AnyAsync(s => s.Id == id, ct);

    private static ProcessStart Start(ProcessType type, StaffTraining training) =>
        new(type)
        {
            Subject = training.StaffId.Value,
            Values = new Dictionary<string, object?> { ["training"] = training.Subject },
        };
}

/// <summary>A training counts once it was completed.</summary>
internal sealed record TrainingInTheFuture() : Refusal("access.training.inFuture")
{
    public override string Field => "From";
}

/// <summary>The last day it holds is before it was completed.</summary>
internal sealed record TrainingEndsBeforeItBegins() : Refusal("access.training.turned")
{
    public override string Field => "To";
}
