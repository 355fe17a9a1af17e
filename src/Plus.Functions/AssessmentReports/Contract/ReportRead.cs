using Microsoft.EntityFrameworkCore;
using Plus.Functions.AssessmentReports.Records;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Functions.AssessmentReports.Contract;

/// <summary>What siblings may know of an assessment report: when it was asked for, by when, and whether it went out.</summary>
public sealed record ReportRead(
    SectionId Section,
    string Purpose,
    DateOnly ReceivedOn,
    DateOnly? RespondBy,
    DateOnly? SentOn,
    bool? Supported
)
{
    /// <summary>Reads them for sections; one statement. Scope and the view log are the caller's.</summary>
    public static Task<Dictionary<SectionId, ReportRead>> ReadAsync(
        PlusDb db,
        IReadOnlyCollection<SectionId> sections,
        CancellationToken ct
    ) =>
        db.Set<ReportRequest>()
            .AsNoTracking()
            .Where(f => sections.Contains(f.SectionId))
            .ToDictionaryAsync(
                f => f.SectionId,
                f => new ReportRead(f.SectionId, f.Purpose, f.ReceivedOn, f.RespondBy, f.SentOn, f.Supported),
                ct
            );
}
