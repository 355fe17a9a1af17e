using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Web.Journeys;

namespace Plus.Shared.Access.StaffDirectory;

/// <summary>Who last wrote about a record, for the page that shows two people's changes side by side.</summary>
public sealed class LastChange(PlusDb db)
{
    /// <param name="subject">The record in the middle of the process.</param>
    /// <param name="version">The record's version as it stands now.</param>
    /// <param name="fields">What stands now beside what was typed.</param>
    public async Task<VersionConflict> ConflictAsync(
        Guid subject,
        uint version,
        IReadOnlyList<FieldConflict> fields,
        CancellationToken ct
    )
    {
        var last = await (
            from process in db.Processes.AsNoTracking()
            where process.SubjectId == subject
            orderby process.At descending
            select new
            {
                process.At,
                Name = db.Set<Staff>()
                    .Where(s => s.Id == process.ActorId)
                    .Select(s => s.GivenName + " " + s.Surname)
                    .FirstOrDefault(),
            }
        ).FirstOrDefaultAsync(ct);
        return new VersionConflict(
            version.ToString(System.Globalization.CultureInfo.InvariantCulture),
            last?.Name,
            last?.At,
            fields
        );
    }
}
