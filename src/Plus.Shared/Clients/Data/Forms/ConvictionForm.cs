using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Law.Figures;
using Plus.Shared.Clients.Data.Editing;
using Plus.Shared.Clients.Records;
using Plus.Web.Language;

namespace Plus.Shared.Clients.Data.Forms;

/// <summary>An earlier conviction, the article's superscript apart: typed as 160 or 162.1.</summary>
internal sealed class ConvictionForm : DataForm
{
    public override string Code => "conviction";

    public override ProcessType Process => ClientProcesses.ConvictionAdded;

    public override Task<IReadOnlyList<DataField>> FieldsAsync(PlusDb db, Texts texts, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DataField>>([
            new("ConvictedOn", FieldKind.Day),
            new("Court", FieldKind.Text),
            new("Article", FieldKind.Text) { Longest = 10 },
            new("Part", FieldKind.Text, Optional: true) { Longest = 2 },
            new("Source", FieldKind.Text),
        ]);

    public override Task ApplyAsync(EditingClient editing, FormAnswers answers, CancellationToken ct)
    {
        var (on, court, typed) = (answers.PastDay("ConvictedOn"), answers.Text("Court"), answers.Text("Article"));
        var (part, source) = (answers.Number("Part", 20), answers.Text("Source"));
        CriminalArticle? article = null;
        if (typed is not null && !CriminalArticle.TryParse(typed.TrimEnd('.'), out article))
        {
            answers.Refuse("Article", "clients.data.conviction.Article.malformed");
        }

        if (answers.Errors.Count == 0)
        {
            editing.Db.Add(
                new EarlierConviction(
                    editing.Client.Id,
                    on!.Value,
                    court!,
                    ArticleNumber(article!),
                    article!.Superscript == 0 ? null : article.Superscript,
                    part,
                    source!
                )
            );
        }

        return Task.CompletedTask;
    }

    private static string ArticleNumber(CriminalArticle article) =>
        article.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
