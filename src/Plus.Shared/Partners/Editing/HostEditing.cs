using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.Partners.Editing;

/// <summary>
/// Takes a host employer in hand and puts it back. Everybody with the permission sees every host, since clients are sent
/// across offices; changed is one only by who reaches its office.
/// </summary>
internal sealed class HostEditing(PlusDb db, StaffAccessor staff, Processes processes)
{
    public bool MayEdit(OfficeId office) => Reaches(PartnersModule.Edit, office);

    /// <summary>Whether a permission of the person reaches the hosts of an office.</summary>
    public bool Reaches(string permission, OfficeId office) =>
        staff.Current.ScopeOf(permission) switch
        {
            AccessScope.Service => true,
            AccessScope.Region => staff.Current.RegionOffices.Contains(office),
            AccessScope.None => false,
            _ => staff.Current.Offices.Contains(office),
        };

    /// <summary>The host, tracked; null when there is none that the person may change.</summary>
    public async Task<HostEmployer?> FindAsync(HostEmployerId id, CancellationToken ct)
    {
        var host = await db.Set<HostEmployer>().SingleOrDefaultAsync(h => h.Id == id, ct);
        return host is not null && MayEdit(host.OfficeId) ? host : null;
    }

    /// <summary>Commits what is tracked as one process of the host.</summary>
    public Task<Outcome<Unit>> CommitAsync(
        HostEmployerId host,
        ProcessType type,
        CancellationToken ct,
        DateOnly? onDay = null,
        string? reason = null,
        params (string Name, object? Value)[] values
    ) =>
        processes.CommitAsync(
            new ProcessStart(type)
            {
                Subject = host.Value,
                OnDay = onDay,
                Reason = reason,
                Values = values.Length == 0 ? null : values.ToDictionary(v => v.Name, v => v.Value),
            },
            ct
        );
}
