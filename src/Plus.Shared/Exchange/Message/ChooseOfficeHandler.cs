using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Records;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Records;
using Plus.Shared.Organisation.Records;
using Plus.Shared.Tasks.Sync;

namespace Plus.Shared.Exchange.Message;

/// <summary>Gives the sections of a message that have no office the one a human chose.</summary>
internal sealed class ChooseOfficeHandler(
    PlusDb db,
    Processes processes,
    TaskSync tasks,
    StaffAccessor staff,
    PlusClock clock
)
{
    private static readonly string[] AboutOffice =
    [
        IntakeReasons.NoDeclaredResidence,
        IntakeReasons.UnknownTerritory,
        IntakeReasons.NoCompetentOffice,
    ];

    public async Task<Outcome<Unit>> HandleAsync(Guid id, OfficeId? office, uint version, CancellationToken ct)
    {
        var message = await db.Set<IntakeMessage>().SingleOrDefaultAsync(m => m.Id == id, ct);
        if (message?.MessageId is null)
        {
            return new NoSuchRecord();
        }

        var chosen = office is null ? null : await db.Set<Office>().SingleOrDefaultAsync(o => o.Id == office, ct);
        if (chosen is null || !chosen.OpenOn(clock.Today) || chosen.Kind == OfficeKind.Central)
        {
            return new OfficeIsMissing();
        }

        var sections = await db.Set<Section>()
            .Where(s =>
                s.OfficeId == null
                && s.ClosedOn == null
                && s.AnnulledOn == null
                && db.Set<Basis>().Any(b => b.Id == s.BasisId && b.MessageId == message.MessageId)
            )
            .ToListAsync(ct);
        if (sections.Count == 0)
        {
            return new MessageIsSettledAlready();
        }

        db.Entry(message).Property(m => m.Version).OriginalValue = version;
        foreach (var section in sections)
        {
            section.Assign(chosen.Id, "chosen", section.ManagerId);
            db.Add(new Assignment(section.Id, chosen.Id, section.ManagerId, clock.Today, "first"));
        }

        if (message.State == IntakeState.Attention && message.Reasons.All(r => AboutOffice.Contains(r)))
        {
            message.Settle(IntakeState.Settled, staff.Current.Id, clock.Now);
        }

        await tasks.AlignAsync([.. sections.Select(s => s.Id)], ct);
        return await processes.CommitAsync(
            new ProcessStart(IntakeProcesses.OfficeChosen)
            {
                Client = message.ClientId,
                Section = sections[0].Id,
                Subject = message.Id,
                Values = new Dictionary<string, object?> { ["office"] = chosen.Code },
            },
            ct
        );
    }
}
