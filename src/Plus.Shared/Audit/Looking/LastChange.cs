using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Journal.Timeline;
using Plus.Web.Journeys;
using Plus.Web.Language;

namespace Plus.Shared.Audit.Looking;

/// <summary>Who last wrote about a record and what, for the page that shows two people's changes side by side.</summary>
public sealed class LastChange(PlusDb db, Texts texts)
{
    /// <param name="client">Whose record it is; null for a record of no client.</param>
    /// <param name="record">The section, or the record in the middle of the process.</param>
    /// <param name="version">The record's version as it stands now.</param>
    /// <param name="fields">What stands now beside what was typed; empty when the controls of the page say it.</param>
    public async Task<VersionConflict> ConflictAsync(
        ClientId? client,
        Guid record,
        uint version,
        IReadOnlyList<FieldConflict> fields,
        CancellationToken ct
    )
    {
        var section = SectionId.From(record);
        var last = await (
            from process in db.Processes.AsNoTracking()
            where process.ClientId == client && (process.SubjectId == record || process.SectionId == section)
            orderby process.At descending
            select new
            {
                process.At,
                process.Type,
                process.Values,
                Name = db.Set<Staff>()
                    .Where(s => s.Id == process.ActorId)
                    .Select(s => s.GivenName + " " + s.Surname)
                    .FirstOrDefault(),
            }
        ).FirstOrDefaultAsync(ct);
        return new VersionConflict(version.ToString(CultureInfo.InvariantCulture), last?.Name, last?.At, fields)
        {
            Done = last is null ? null : HistoryLine.Of(last.Type, last.Values, texts),
            FromControls = fields.Count == 0,
        };
    }
}
