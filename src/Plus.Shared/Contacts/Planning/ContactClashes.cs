using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Contacts.Records;

namespace Plus.Shared.Contacts.Planning;

/// <summary>Another contact at the same time, of the same staff member or in the same room.</summary>
internal sealed record Clash(DateTimeOffset At, bool OfRoom);

/// <summary>
/// Finds whom or what is taken at a time. Rooms are asked as the house itself, since a room is taken by everybody's
/// contacts; nothing of them is told but the time.
/// </summary>
internal sealed class ContactClashes(PlusDb db, Plus.Kernel.Access.StaffAccessor staff)
{
    private const int LongestHours = 12;

    public Task<bool> IsRoomOfAsync(Guid room, OfficeId? office, CancellationToken ct) =>
        db.Set<Room>().AnyAsync(r => r.Id == room && r.Active && r.OfficeId == office, ct);

    /// <summary>The first contact that takes the person's time or the room; null when both are free.</summary>
    public async Task<Clash?> FindAsync(Contact contact, ContactId? instead, CancellationToken ct)
    {
        var end = contact.PlannedAt.AddMinutes(contact.Minutes);
        var earliest = contact.PlannedAt.AddHours(-LongestHours);
        var (person, room, group) = (contact.StaffId, contact.RoomId, contact.GroupId);
        using var itself = staff.AsSystem("contacts.clashes");
        var near = await db.Set<Contact>()
            .AsNoTracking()
            .Where(c =>
                (c.StaffId == person || (room != null && c.RoomId == room))
                && c.State == ContactState.Planned
                && c.PlannedAt > earliest
                && c.PlannedAt < end
                && c.Id != instead
                && (group == null || c.GroupId != group)
            )
            .OrderBy(c => c.PlannedAt)
            .Select(c => new
            {
                c.PlannedAt,
                c.Minutes,
                c.StaffId,
            })
            .ToListAsync(ct);
        return near.Where(c => c.PlannedAt.AddMinutes(c.Minutes) > contact.PlannedAt)
            .OrderBy(c => c.StaffId == person ? 0 : 1)
            .Select(c => new Clash(c.PlannedAt, c.StaffId != person))
            .FirstOrDefault();
    }
}
