using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Access.Restricting;

/// <summary>
/// Closes a client to some and opens them again. Whoever keeps these lists finds the client by the number of the case and
/// sees no name.
/// </summary>
internal sealed class RestrictHandler(PlusDb db, Processes processes, StaffAccessor staff, PlusClock clock)
{
    public static readonly ProcessType Restricted = new("access.clientRestricted");

    public static readonly ProcessType Lifted = new("access.restrictionLifted");

    public static readonly IReadOnlyList<string> Reasons =
    [
        "relative",
        "staffMember",
        "protected",
        "conflict",
        "other",
    ];

    public async Task<Outcome<Unit>> RestrictAsync(
        string number,
        RestrictionKind kind,
        string userNames,
        string reason,
        string? note,
        DateOnly from,
        DateOnly to,
        CancellationToken ct
    )
    {
        if (!Reasons.Contains(reason) || to < from)
        {
            return new RestrictionEndsBeforeItBegins();
        }

        if (await ClientOfAsync(number, ct) is not { } client)
        {
            return new CaseNumberUnknown();
        }

        var names = userNames.Split([' ', ',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var keys = names.Select(n => n.ToUpperInvariant()).Distinct().ToList();
        var people = await db.Set<Staff>()
            .Where(s => keys.Contains(s.NormalizedUserName))
            .Select(s => s.Id)
            .ToListAsync(ct);
        if (people.Count != keys.Count || (people.Count == 0 && kind == RestrictionKind.Exclude))
        {
            return new PeopleUnknown();
        }

        db.Add(new ClientRestriction(client, kind, people, reason, note, from, to));
        // Whoever closes a client to themselves could not write it down afterwards.
        using var system = staff.AsSystem("restrictions");
        return await processes.CommitAsync(
            new ProcessStart(Restricted)
            {
                Client = client,
                OnDay = from,
                Reason = note,
            },
            ct
        );
    }

    public async Task<Outcome<Unit>> LiftAsync(Guid id, uint version, CancellationToken ct)
    {
        using var system = staff.AsSystem("restrictions");
        var restriction = await db.Set<ClientRestriction>().SingleOrDefaultAsync(r => r.Id == id, ct);
        if (restriction is null || IsAgainstMe(restriction))
        {
            return new NoSuchRecord();
        }

        if (!await ReachesAsync(restriction.ClientId, ct))
        {
            return new NoSuchRecord();
        }

        db.Entry(restriction).Property(r => r.Version).OriginalValue = version;
        restriction.End(clock.Today.AddDays(-1));
        return await processes.CommitAsync(
            new ProcessStart(Lifted) { Client = restriction.ClientId, Subject = restriction.Id },
            ct
        );
    }

    /// <summary>Restrictions within reach, those that run first. One's own exclusions are not among them.</summary>
    public async Task<IReadOnlyList<RestrictionLine>> ListAsync(CancellationToken ct)
    {
        using var system = staff.AsSystem("restrictions");
        var found = await (
            from restriction in db.Set<ClientRestriction>().AsNoTracking()
            join file in db.Set<Case>() on restriction.ClientId equals file.ClientId
            orderby restriction.To descending, file.Number
            select new { restriction, file.Number }
        )
            .Take(500)
            .ToListAsync(ct);
        var names = await db.Set<Staff>().ToDictionaryAsync(s => s.Id.Value, s => s.GivenName + " " + s.Surname, ct);
        var lines = new List<RestrictionLine>();
        foreach (var f in found)
        {
            if (!IsAgainstMe(f.restriction) && await ReachesAsync(f.restriction.ClientId, ct))
            {
                var people = f.restriction.People.Select(p => names.GetValueOrDefault(p, "?")).Order();
                lines.Add(
                    new RestrictionLine(
                        f.restriction,
                        f.Number,
                        string.Join(", ", people),
                        f.restriction.To >= clock.Today
                    )
                );
            }
        }

        return lines;
    }

    // Whoever is shut out of a record neither reads of it here nor lets themselves in.
    private bool IsAgainstMe(ClientRestriction restriction) =>
        restriction.Kind == RestrictionKind.Exclude
        && staff.Current.Id is { } me
        && restriction.People.Contains(me.Value);

    private async Task<ClientId?> ClientOfAsync(string number, CancellationToken ct)
    {
        using var system = staff.AsSystem("restrictions");
        var client = await db.Set<Case>()
            .Where(c => c.Number == number.Trim())
            .Select(c => (ClientId?)c.ClientId)
            .SingleOrDefaultAsync(ct);
        return client is { } known && await ReachesAsync(known, ct) ? known : null;
    }

    // Of the whole service, or with a section in one's offices.
    private async Task<bool> ReachesAsync(ClientId client, CancellationToken ct)
    {
        var offices = staff.Current.ScopeOf(AccessPermissions.Restrict) switch
        {
            AccessScope.Service => null,
            AccessScope.Region => staff.Current.RegionOffices,
            AccessScope.Office => staff.Current.Offices,
            _ => (IReadOnlyList<OfficeId>)[],
        };
        return offices is null
            || await db.Set<Section>()
                .AnyAsync(s => s.ClientId == client && s.OfficeId != null && offices.Contains(s.OfficeId.Value), ct);
    }
}

/// <summary>A restriction with the number of the case.</summary>
internal sealed record RestrictionLine(ClientRestriction Restriction, string Number, string People, bool Runs);

internal sealed record CaseNumberUnknown() : Refusal("access.restriction.caseUnknown")
{
    public override string Field => "Number";
}

internal sealed record PeopleUnknown() : Refusal("access.restriction.peopleUnknown")
{
    public override string Field => "People";
}

internal sealed record RestrictionEndsBeforeItBegins() : Refusal("access.restriction.endsBeforeItBegins")
{
    public override string Field => "To";
}
