using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Contacts.Records;

namespace Plus.Shared.Contacts.Rooms;

/// <summary>Adds rooms of one's own offices and takes them out of use.</summary>
internal sealed class RoomHandler(PlusDb db, Processes processes, StaffAccessor staff, PlusClock clock)
{
    public static readonly ProcessType Added = new("contacts.roomAdded");
    public static readonly ProcessType Retired = new("contacts.roomRetired");

    public async Task<Outcome<Unit>> AddAsync(OfficeId office, string name, CancellationToken ct)
    {
        if (!staff.Current.Offices.Contains(office))
        {
            return new NoSuchRecord();
        }

        var plain = name.Trim();
        if (await db.Set<Room>().AnyAsync(r => r.OfficeId == office && r.Active && r.Name == plain, ct))
        {
            return new RoomNameTaken();
        }

        var room = new Room(office, plain);
        db.Add(room);
        return await processes.CommitAsync(Start(Added, room), ct);
    }

    public async Task<Outcome<Unit>> RetireAsync(Guid id, uint version, CancellationToken ct)
    {
        var room = await db.Set<Room>().SingleOrDefaultAsync(r => r.Id == id && r.Active, ct);
        if (room is null || !staff.Current.Offices.Contains(room.OfficeId))
        {
            return new NoSuchRecord();
        }

        db.Entry(room).Property(r => r.Version).OriginalValue = version;
        var waiting = await db.Set<Contact>()
            .CountAsync(c => c.RoomId == id && c.State == ContactState.Planned && c.PlannedAt >= clock.Now, ct);
        if (waiting > 0)
        {
            return new RoomIsPlanned(waiting);
        }

        room.Retire();
        return await processes.CommitAsync(Start(Retired, room), ct);
    }

    private static ProcessStart Start(ProcessType type, Room room) =>
        new(type)
        {
            Subject = room.Id,
            Values = new Dictionary<string, object?> { ["name"] = room.Name },
        };
}

internal sealed record RoomNameTaken() : Refusal("contacts.rooms.nameTaken")
{
    public override string Field => "Name";
}

/// <summary>People are expected in the room.</summary>
internal sealed record RoomIsPlanned(int Count) : Refusal("contacts.rooms.planned")
{
    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["count"] = Count };
}
