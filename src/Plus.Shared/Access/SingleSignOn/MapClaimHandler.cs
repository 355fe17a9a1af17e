using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Posts;
using Plus.Shared.Access.Records;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Access.SingleSignOn;

/// <summary>Which claim gives which role, from a day on. It takes effect with each person's next log-in.</summary>
internal sealed class MapClaimHandler(PlusDb db, Processes processes, PlusClock clock, StaffAccessor staff)
{
    public static readonly ProcessType Mapped = new("access.claimMapped");

    public static readonly ProcessType Ended = new("access.claimMappingEnded");

    /// <param name="office">Empty: the office whose code the provider names.</param>
    public async Task<Outcome<Unit>> MapAsync(
        string claim,
        string value,
        string role,
        string? office,
        DateOnly from,
        CancellationToken ct
    )
    {
        if (!await db.Set<Role>().AnyAsync(r => r.Code == role, ct))
        {
            return new RoleUnknown();
        }

        OfficeId? place = null;
        if (!string.IsNullOrEmpty(office))
        {
            if (!OfficeId.TryParse(office, out var id) || !await db.Set<Office>().AnyAsync(o => o.Id == id, ct))
            {
                return new OfficeUnknown();
            }

            place = id;
        }

        if (from < clock.Today)
        {
            return new MappingBeginsInThePast();
        }

        db.Add(new ClaimMapping(claim.Trim(), value.Trim(), role, place, from, staff.Current.Id!.Value));
        return await processes.CommitAsync(
            new ProcessStart(Mapped)
            {
                OnDay = from,
                Values = new Dictionary<string, object?> { ["role"] = role },
            },
            ct
        );
    }

    /// <summary>It gives nothing from today on; posts that came of it end with each person's next log-in.</summary>
    public async Task<Outcome<Unit>> EndAsync(Guid id, uint version, CancellationToken ct)
    {
        var mapping = await db.Set<ClaimMapping>().SingleOrDefaultAsync(m => m.Id == id, ct);
        if (mapping is null)
        {
            return new NoSuchRecord();
        }

        db.Entry(mapping).Property(m => m.Version).OriginalValue = version;
        mapping.End(clock.Today.AddDays(-1));
        return await processes.CommitAsync(
            new ProcessStart(Ended)
            {
                Subject = id,
                Values = new Dictionary<string, object?> { ["role"] = mapping.RoleCode },
            },
            ct
        );
    }
}

internal sealed record MappingBeginsInThePast() : Refusal("access.signOn.beginsInThePast")
{
    public override string Field => "From";
}
