using System.Text;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Opening;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Records;
using Plus.Shared.Exchange.Taking;
using Plus.Shared.Tasks.Sync;

namespace Plus.Shared.Exchange.Message;

/// <summary>Opens the sections of a message that were withheld as doubtful, after a human asked the sender.</summary>
internal sealed class OpenWithheldHandler(
    PlusDb db,
    SectionOpening opening,
    Processes processes,
    TaskSync tasks,
    StaffAccessor staff,
    PlusClock clock
)
{
    public async Task<Outcome<Unit>> HandleAsync(Guid id, uint version, CancellationToken ct)
    {
        var message = await db.Set<IntakeMessage>().SingleOrDefaultAsync(m => m.Id == id, ct);
        if (message is null)
        {
            return new NoSuchRecord();
        }

        var content = MessageReader.Read(Encoding.UTF8.GetBytes(message.Raw)).Content;
        var basis = await db.Set<Basis>()
            .SingleOrDefaultAsync(b => b.MessageId == message.MessageId && b.ReplacedBy == null, ct);
        var withheld = content is null ? [] : MessageTerms.Of(content).Withheld;
        if (message.State != IntakeState.Attention || basis is null || withheld.Count == 0)
        {
            return new MessageIsSettledAlready();
        }

        db.Entry(message).Property(m => m.Version).OriginalValue = version;
        var client = await db.Set<Client>().SingleAsync(c => c.Id == basis.ClientId, ct);
        var offences = await db.Set<BasisOffence>().Where(o => o.BasisId == basis.Id).ToListAsync(ct);
        var opened = new List<SectionId>();
        foreach (var terms in withheld)
        {
            opened.Add((await opening.OpenAsync(client, basis, offences, terms, clock.Today, ct)).Id);
        }

        message.Settle(IntakeState.Settled, staff.Current.Id, clock.Now);
        await tasks.AlignAsync(opened, ct);
        return await processes.CommitAsync(
            new ProcessStart(IntakeProcesses.WithheldOpened)
            {
                Client = client.Id,
                Section = opened[0],
                Subject = message.Id,
                Values = new Dictionary<string, object?> { ["measure"] = withheld[0].Measure },
            },
            ct
        );
    }
}
