using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Organisation.Records;
using Plus.Web.Controls;

namespace Plus.Shared.Partners.Editing;

/// <summary>Municipalities of today, in Latvian order, as a form offers them.</summary>
public sealed class TerritoryChoices(PlusDb db, PlusClock clock)
{
    public async Task<IReadOnlyList<Choice>> ReadAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var territories = await db.Set<Territory>()
            .AsNoTracking()
            .Where(t => t.From <= today && (t.To == null || t.To >= today))
            .Select(t => new { t.Code, t.Name })
            .ToListAsync(ct);
        var order = StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("lv-LV"), false);
        return [.. territories.OrderBy(t => t.Name, order).Select(t => new Choice(t.Code, t.Name))];
    }
}
