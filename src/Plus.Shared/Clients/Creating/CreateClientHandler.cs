using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Identity;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Duplicates;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Clients.Creating;

/// <summary>
/// Creates a client by hand. Before that it looks for who may be the same person: those within reach are shown to the
/// creator; those out of reach are only noted for the people who decide possible duplicates.
/// </summary>
internal sealed class CreateClientHandler(
    PlusDb db,
    Processes processes,
    StaffAccessor staff,
    PlusClock clock,
    ViewLog views
)
{
    /// <summary>Records within reach with the same code, or the same birth date and name; the answer is logged.</summary>
    public async Task<IReadOnlyList<Client>> AlikeAsync(NewClientState state, CancellationToken ct)
    {
        var key = NameFolding.Fold(state.Surname + " " + state.GivenName);
        var alike = await db.ClientsWithin(staff.Current, ClientPermissions.Search)
            .AsNoTracking()
            .Where(c =>
                (
                    c.BirthDate == state.BirthDate
                    && (c.NameKey == key || db.Set<ClientName>().Any(n => n.ClientId == c.Id && n.NameKey == key))
                )
                || (
                    state.Code != null
                    && db.Set<ClientIdentifier>().Any(i => i.ClientId == c.Id && i.Value == state.Code)
                )
            )
            .OrderBy(c => c.NameKey)
            .Take(20)
            .ToListAsync(ct);
        await views.SearchAsync(ClientPermissions.Create, alike.Select(c => c.Id), ct);
        return alike;
    }

    public async Task<Outcome<ClientId>> CreateAsync(NewClientState state, CancellationToken ct)
    {
        if (state.BirthDate is not { } born || state.GivenName.Length == 0 || state.Surname.Length == 0)
        {
            return new NewClientIncomplete();
        }

        var client = new Client(ClientId.New(), state.GivenName, state.Surname, born, state.Sex)
        {
            CreatedAt = clock.Now,
            EnteredBy = staff.Current.Id,
        };
        db.Add(client);
        db.Add(new ClientName(client.Id, client.GivenName, client.Surname, clock.Today, state.Source));
        if (state.Code is { } code)
        {
            db.Add(new ClientIdentifier(client.Id, IdentifierKind.PersonalCode, code, null, state.Source));
            await DuplicateDetection.NoteCodeAsync(db, staff, client.Id, code, ct);
        }

        await DuplicateDetection.NoteNameAsync(db, staff, client, ct);
        var outcome = await processes.CommitAsync(new ProcessStart(ClientProcesses.Created) { Client = client.Id }, ct);
        return outcome.Done ? client.Id : outcome.Refusal;
    }
}

/// <summary>The journey was not gone through.</summary>
internal sealed record NewClientIncomplete() : Refusal("clients.new.incomplete");
