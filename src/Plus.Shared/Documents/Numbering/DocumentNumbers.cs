using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Storage;
using Plus.Shared.Documents.Records;

namespace Plus.Shared.Documents.Numbering;

/// <summary>Gives the next number of a series: without gaps, each once, however many ask at the same time.</summary>
public sealed class DocumentNumbers(PlusDb db)
{
    /// <summary>Numbers the document. The caller holds the transaction: what is not committed gives the number back.</summary>
    public async Task GiveAsync(Document document, Nomenclature series, DateOnly today, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A number is given within the transaction that uses it.");
        }

        var next = (
            await db
                .Database.SqlQuery<int>(
                    $"""
                    INSERT INTO documents.number_series AS s (nomenclature_id, year, last) VALUES ({series.Id}, {today.Year}, 1)
                    ON CONFLICT (nomenclature_id, year) DO UPDATE SET last = s.last + 1
                    RETURNING last AS "Value"
                    """
                )
                .ToListAsync(ct)
        )[0];
        document.Describe(document.Kind, document.Title ?? "", series.Id);
        document.Numbered(
            string.Create(CultureInfo.InvariantCulture, $"{series.Mark}/{next}"),
            today.Year,
            next,
            today
        );
    }
}
