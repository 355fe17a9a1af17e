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

/// <summary>A training is told after it was held.</summary>
internal sealed record TrainingIsInFuture() : Refusal("access.training.inFuture")
{
    public override string Field => "HeldOn";
}

/// <summary>A certificate that ends before the training.</summary>
internal sealed record CertificateEndsBeforeTheTraining() : Refusal("access.training.endsBefore")
{
    public override string Field => "ValidTo";
}

/// <summary>The same training of the same day stands there.</summary>
internal sealed record TrainingIsKnown() : Refusal("access.training.known")
{
    public override string Field => "HeldOn";
}

/// <summary>Records trainings of people within reach.</summary>
internal sealed class TrainingHandler(PlusDb db, Processes processes, StaffScope scope, PlusClock clock)
{
    public static readonly ProcessType Added = new("access.trainingAdded");

    public async Task<Outcome<Unit>> AddAsync(
        StaffId id,
        string kind,
        DateOnly heldOn,
        int? hours,
        DateOnly? validTo,
        string? certificate,
        CancellationToken ct
    )
    {
        if (!StaffTrainings.Kinds.Contains(kind))
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown training.");
        }

        if (!await scope.Visible(AccessPermissions.Trainings).AnyAsync(s => s.Id == id, ct))
        {
            return new NoSuchRecord();
        }

        if (heldOn > clock.Today)
        {
            return new TrainingIsInFuture();
        }

        if (validTo < heldOn)
        {
            return new CertificateEndsBeforeTheTraining();
        }

        if (await db.Set<StaffTraining>().AnyAsync(t => t.StaffId == id && t.Kind == kind && t.HeldOn == heldOn, ct))
        {
            return new TrainingIsKnown();
        }

        db.Add(new StaffTraining(id, kind, heldOn, hours, validTo, certificate));
        return await processes.CommitAsync(
            new ProcessStart(Added)
            {
                Subject = id.Value,
                OnDay = heldOn,
                Values = new Dictionary<string, object?> { ["training"] = kind, ["day"] = heldOn },
            },
            ct
        );
    }
}
