using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Identity;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Clients.Records;
using Plus.Shared.Obligations.Listing;
using Plus.Shared.Obligations.Records;
using Plus.Shared.Partners.Editing;

namespace Plus.Shared.Obligations.Bans;

/// <summary>Writes down and takes away addresses that a ban protects. The audit says that, and never which.</summary>
internal sealed class ProtectAddressHandler(
    PlusDb db,
    SectionEditing editing,
    ObligationReader reader,
    StaffAccessor staff,
    BanCheck bans,
    PlusClock clock
)
{
    public static readonly ProcessType Protected = new("obligations.addressProtected");
    public static readonly ProcessType Released = new("obligations.addressReleased");

    /// <returns>Whether an address of the supervised person conflicts with the new one already.</returns>
    public async Task<Outcome<bool>> ProtectAsync(Guid id, string text, string? territory, CancellationToken ct)
    {
        if (
            await reader.FindAsync(id, ObligationsModule.Protect, ct) is not { EndReason: null } obligation
            || await editing.FindAsync(obligation.SectionId, ObligationsModule.Protect, null, ct)
                is not { IsOpen: true } section
        )
        {
            return new NoSuchRecord();
        }

        var points = MapPoint.Among(text).ToList();
        if (AddressKey.Of(text) is null && points.Count == 0)
        {
            return new AddressIsNotTold();
        }

        var address = new ProtectedAddress(id, section.Id, text, territory, staff.Current.Id!.Value);
        if (points.Count > 0)
        {
            address.StandsAt(points[0].Latitude, points[0].Longitude);
        }

        db.Add(address);
        var done = await editing.CommitAsync(section, new ProcessStart(Protected) { Subject = id }, ct);
        return done.Done ? await LivesThereAsync(section.ClientId, ct) : done.Refusal;
    }

    public async Task<Outcome<Unit>> ReleaseAsync(Guid id, Guid row, CancellationToken ct)
    {
        if (
            await reader.FindAsync(id, ObligationsModule.Protect, ct) is not { } obligation
            || await editing.FindAsync(obligation.SectionId, ObligationsModule.Protect, null, ct)
                is not { IsOpen: true } section
            || (await reader.ProtectedAsync(id, ct)).Find(a => a.Id == row) is not { } address
        )
        {
            return new NoSuchRecord();
        }

        db.Attach(address);
        address.End(clock.Today);
        return await editing.CommitAsync(section, new ProcessStart(Released) { Subject = id }, ct);
    }

    private async Task<bool> LivesThereAsync(ClientId client, CancellationToken ct)
    {
        var present = await db.Set<ClientAddress>()
            .AsNoTracking()
            .Where(a => a.ClientId == client && a.To == null)
            .ToListAsync(ct);
        var meets = false;
        foreach (var address in present)
        {
            var place = new CheckedPlace(client, "clientAddress", clock.Today, address.Text, address.TerritoryCode);
            meets |= await bans.AnswerAsync(place, false, ct) is not null;
        }

        return meets;
    }
}

/// <summary>The text names no house, place or point that could be told from others.</summary>
internal sealed record AddressIsNotTold() : Refusal("obligations.protect.notTold")
{
    public override string Field => "Text";
}
