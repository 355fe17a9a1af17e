using System.Text;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Clients.Records;
using Plus.Shared.Exchange.Message;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Records;
using Plus.Shared.Exchange.Taking;

namespace Plus.Shared.Exchange.Deciding;

/// <summary>A human said who the person of a message is: only now it takes effect.</summary>
internal sealed class DecideMatchHandler(PlusDb db, IntakeBatch batch, StaffAccessor staff)
{
    /// <param name="id">The message.</param>
    /// <param name="same">The client it is; null for a person nobody knew.</param>
    /// <param name="version">The version that was shown.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Outcome<Unit>> HandleAsync(Guid id, ClientId? same, uint version, CancellationToken ct)
    {
        using var system = staff.AsSystem("intake");
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var message = await db.Set<IntakeMessage>().SingleOrDefaultAsync(m => m.Id == id, ct);
        if (message is null)
        {
            return new NoSuchRecord();
        }

        var content = MessageReader.Read(Encoding.UTF8.GetBytes(message.Raw)).Content;
        if (message.State != IntakeState.MatchToConfirm || content is null)
        {
            return new MessageIsSettledAlready();
        }

        if (message.Version != version)
        {
            return new ChangedMeanwhile();
        }

        var candidates = MatchCandidates.Of(message);
        var known =
            same is { } chosen
            && candidates.Contains(chosen)
            && await db.Set<Client>().AnyAsync(c => c.Id == chosen && c.MergedInto == null, ct);
        // A correction is about a client already: another person's data do not correct this one's document.
        if (same is null ? MessageKinds.RefersToAnother(content.Kind) : !known)
        {
            return new NobodyChosen();
        }

        await batch.DecideAsync(message, content, same, ct);
        await transaction.CommitAsync(ct);
        return Unit.Value;
    }
}

/// <summary>No person was chosen.</summary>
internal sealed record NobodyChosen() : Refusal("exchange.refusal.nobodyChosen")
{
    public override string Field => "Who";
}
