using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Head;
using Plus.Shared.Clients.Meeting;
using Plus.Shared.Clients.Records;
using Plus.Web.Layout;

namespace Plus.Shared.Clients.People;

/// <summary>The people around the client, and whom the client must not meet.</summary>
[RequiresPermission(ClientPermissions.View)]
internal sealed class PeoplePage(
    ClientHead head,
    PlusDb db,
    MustNotMeetCheck meeting,
    EndMeetingHandler ending,
    ViewLog views,
    StaffAccessor staff,
    PlusClock clock,
    Flash flash
) : PageModel
{
    public ClientFacts Client { get; private set; } = null!;

    public IReadOnlyList<RelatedPerson> Related { get; private set; } = [];

    public IReadOnlyList<Conflict> Conflicts { get; private set; } = [];

    public bool MayEdit => staff.Current.May(ClientPermissions.Edit);

    public bool MayMark => staff.Current.May(ClientPermissions.MustNotMeet);

    public bool LacksRepresentative =>
        Client.IsMinorOn(clock.Today) && !Related.Any(p => p.IsLegalRepresentative && p.To is null);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await head.ShowAsync(new ClientId(id), ClientPermissions.View, "people", ct) is not { } client)
        {
            return NotFound();
        }

        Client = client;
        Related = await db.Set<RelatedPerson>()
            .AsNoTracking()
            .Where(p => p.ClientId == client.Id)
            .OrderBy(p => p.To != null)
            .ThenByDescending(p => p.IsLegalRepresentative)
            .ThenBy(p => p.Surname)
            .ToListAsync(ct);
        var conflicts = await meeting.ConflictsOfAsync(client.Id, clock.Today, ct);
        var others = conflicts.Select(c => c.Other).ToList();
        var names = await db.ClientsWithin(staff.Current, ClientPermissions.View)
            .Where(c => others.Contains(c.Id))
            .Select(c => new { c.Id, Name = c.GivenName + " " + c.Surname })
            .ToDictionaryAsync(c => c.Id, c => c.Name, ct);
        Conflicts = [.. conflicts.Select(c => new Conflict(c, names.GetValueOrDefault(c.Other)))];
        await views.ConsultAsync("clients.people", client.Id, ct: ct);
        await views.ListAsync("clients.people", names.Keys, ct);
        return Page();
    }

    /// <summary>Ends a mark.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, uint version, Guid row, CancellationToken ct)
    {
        if (!MayMark)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var outcome = await ending.EndAsync(new ClientId(id), version, row, ct);
        if (outcome.Refusal is { Kind: RefusalKind.NotFound })
        {
            return NotFound();
        }

        if (outcome.Done)
        {
            flash.Success("clients.meeting.ended");
        }
        else
        {
            flash.Warning("clients.data.changedMeanwhile");
        }

        return LocalRedirect($"/clients/{id}/people");
    }

    /// <summary>Somebody not to be met; <c>Name</c> is null for who is out of reach.</summary>
    internal sealed record Conflict(MeetingConflict Mark, string? Name);
}
