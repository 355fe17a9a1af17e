using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.Partners.Contacts;

/// <summary>What is told of a contact person.</summary>
public sealed record HostContactFacts(
    string Name,
    string? Post,
    string? Phone,
    string? Email,
    bool GivesBriefing,
    DateOnly? To
);

/// <summary>Neither a telephone nor an address of e-mail.</summary>
public sealed record ContactCannotBeReached() : Refusal("partners.refusal.contactUnreachable")
{
    public override string? Field => "Phone";
}

/// <summary>Adds and changes contact persons of host employers.</summary>
internal sealed class ContactHandler(PlusDb db, HostEditing editing)
{
    /// <param name="id">The person to change; null for a new one.</param>
    public async Task<Outcome<Unit>> SaveAsync(
        HostEmployerId host,
        Guid? id,
        HostContactFacts facts,
        uint version,
        CancellationToken ct
    )
    {
        if (await editing.FindAsync(host, ct) is null)
        {
            return new NoSuchRecord();
        }

        if (string.IsNullOrWhiteSpace(facts.Phone) && string.IsNullOrWhiteSpace(facts.Email))
        {
            return new ContactCannotBeReached();
        }

        HostContact? person;
        if (id is { } known)
        {
            person = await db.Set<HostContact>()
                .SingleOrDefaultAsync(c => c.Id == known && c.HostEmployerId == host, ct);
            if (person is null)
            {
                return new NoSuchRecord();
            }

            db.Entry(person).Property(c => c.Version).OriginalValue = version;
        }
        else
        {
            person = new HostContact(host);
            db.Add(person);
        }

        person.Describe(
            facts.Name.Trim(),
            Clean(facts.Post),
            Clean(facts.Phone),
            Clean(facts.Email),
            facts.GivesBriefing
        );
        person.Leave(facts.To);
        return await editing.CommitAsync(
            host,
            id is null ? PartnersModule.ContactAdded : PartnersModule.ContactChanged,
            ct
        );
    }

    private static string? Clean(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
