using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients;
using Plus.Shared.MailRoom.Lists;
using Plus.Shared.MailRoom.Records;
using Plus.Shared.MailRoom.Registering;

namespace Plus.Shared.MailRoom.Item;

/// <summary>It has been answered or filed already.</summary>
public sealed record ClosedAlready() : Refusal("mailroom.refusal.closed");

/// <summary>The person does not work in the office of the register.</summary>
public sealed record WorksElsewhere() : Refusal("mailroom.refusal.worksElsewhere")
{
    public override string? Field => "Person";
}

/// <summary>Says whom something concerns, gives it to a person, closes it.</summary>
internal sealed class ItemHandler(PlusDb db, Processes processes, StaffAccessor staff, PlusClock clock)
{
    public async Task<Outcome<Unit>> ConcernsAsync(Guid id, ClientId client, uint version, CancellationToken ct)
    {
        var found = await FindAsync(id, MailRoomPermissions.Register, version, ct);
        if (found.Value is not { } item)
        {
            return found.Refusal!;
        }

        if (!await db.ReachesAsync(staff.Current, ClientPermissions.Search, client, ct))
        {
            return new NoSuchClient();
        }

        item.Concerns(client);
        return await CommitAsync(MailRoomProcesses.ClientSet, item, ct);
    }

    public async Task<Outcome<Unit>> AssignAsync(Guid id, StaffId person, uint version, CancellationToken ct)
    {
        var found = await FindAsync(id, MailRoomPermissions.Register, version, ct);
        if (found.Value is not { } item)
        {
            return found.Refusal!;
        }

        if (item.ClosedOn is not null)
        {
            return new ClosedAlready();
        }

        var today = clock.Today;
        if (
            !await db.Set<StaffPost>()
                .AnyAsync(
                    p =>
                        p.StaffId == person
                        && p.OfficeId == item.OfficeId
                        && p.From <= today
                        && (p.To == null || p.To >= today),
                    ct
                )
        )
        {
            return new WorksElsewhere();
        }

        item.Assign(person);
        return await CommitAsync(MailRoomProcesses.Assigned, item, ct);
    }

    public async Task<Outcome<Unit>> AnswerAsync(Guid id, string number, uint version, CancellationToken ct)
    {
        var found = await FindAsync(id, MailRoomPermissions.View, version, ct);
        if (found.Value is not { } item)
        {
            return found.Refusal!;
        }

        if (item.ClosedOn is not null)
        {
            return new ClosedAlready();
        }

        item.Answer(clock.Today, number.Trim());
        return await CommitAsync(MailRoomProcesses.Answered, item, ct);
    }

    public async Task<Outcome<Unit>> FileAsync(Guid id, string reason, uint version, CancellationToken ct)
    {
        var found = await FindAsync(id, MailRoomPermissions.View, version, ct);
        if (found.Value is not { } item)
        {
            return found.Refusal!;
        }

        if (item.ClosedOn is not null)
        {
            return new ClosedAlready();
        }

        item.File(clock.Today);
        return await CommitAsync(MailRoomProcesses.Filed, item, ct, reason.Trim());
    }

    private async Task<Outcome<IncomingItem>> FindAsync(Guid id, string permission, uint version, CancellationToken ct)
    {
        var item = await db.Set<IncomingItem>()
            .Within(staff.Current, permission)
            .SingleOrDefaultAsync(i => i.Id == id, ct);
        return item is null ? new NoSuchRecord()
            : item.Version != version ? new ChangedMeanwhile()
            : item;
    }

    private Task<Outcome<Unit>> CommitAsync(
        ProcessType type,
        IncomingItem item,
        CancellationToken ct,
        string? reason = null
    ) =>
        processes.CommitAsync(
            new ProcessStart(type)
            {
                Client = item.ClientId,
                Subject = item.Id,
                Reason = reason,
                Values = new Dictionary<string, object?> { ["number"] = item.Number },
            },
            ct
        );
}
