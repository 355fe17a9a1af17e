using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Documents.Records;
using Plus.Web.Controls;
using Plus.Web.Language;

namespace Plus.Shared.Documents.Numbering;

/// <summary>The series in which documents are numbered today, for choosing.</summary>
internal sealed class SeriesChoices(PlusDb db, PlusClock clock)
{
    public async Task<IReadOnlyList<Choice>> ReadAsync(Texts texts, CancellationToken ct)
    {
        var today = clock.Today;
        var series = await db.Set<Nomenclature>()
            .AsNoTracking()
            .Where(n => n.From <= today && (n.To == null || n.To >= today))
            .OrderBy(n => n.Mark)
            .ToListAsync(ct);
        var latvian = texts.Language == PageLanguage.Latvian;
        return [.. series.Select(n => new Choice(n.Id.ToString(), $"{n.Mark} {(latvian ? n.TitleLv : n.TitleEn)}"))];
    }
}
