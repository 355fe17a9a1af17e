using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Storage;
using Plus.Shared.Documents.Records;

namespace Plus.Shared.Documents.Templates;

/// <summary>A template with the version from which documents are made on a day.</summary>
public sealed record ChosenTemplate(Template Template, TemplateVersion Version);

/// <summary>Finds the templates that hold on a day.</summary>
public sealed class TemplateChoice(PlusDb db)
{
    /// <summary>All of them, those of the function first, then those for any.</summary>
    public async Task<IReadOnlyList<ChosenTemplate>> OnAsync(DateOnly day, string? function, CancellationToken ct)
    {
        var all = await (
            from t in db.Set<Template>().AsNoTracking()
            from v in db.Set<TemplateVersion>().AsNoTracking()
            where
                v.TemplateId == t.Id
                && v.State == TemplateState.Approved
                && v.From <= day
                && (v.To == null || v.To >= day)
            select new ChosenTemplate(t, v)
        ).ToListAsync(ct);
        return
        [
            .. all.GroupBy(c => c.Template.Id)
                .Select(g => g.MaxBy(c => c.Version.Ordinal)!)
                .OrderBy(c => Rank(c.Template, function))
                .ThenBy(c => c.Template.Language == "lv" ? 0 : 1)
                .ThenBy(
                    c => c.Template.TitleLv,
                    StringComparer.Create(new System.Globalization.CultureInfo("lv-LV"), true)
                ),
        ];
    }

    public async Task<ChosenTemplate?> FindAsync(Guid template, DateOnly day, CancellationToken ct) =>
        (await OnAsync(day, null, ct)).FirstOrDefault(c => c.Template.Id == template);

    /// <summary>0 made for this function, 1 for any, 2 for another one.</summary>
    public static int Rank(Template template, string? function) =>
        template.Function is null ? 1
        : template.Function == function ? 0
        : 2;
}
