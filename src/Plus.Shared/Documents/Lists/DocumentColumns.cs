using Plus.Kernel.Storage;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Documents.Lists;

/// <summary>The columns of lists of documents.</summary>
internal static class DocumentColumns
{
    public static Table<DocumentRow> Of(Texts texts, bool withClient)
    {
        var columns = new List<Column<DocumentRow>>
        {
            new("day", "documents.field.day", r => r.RegisteredOn) { Sortable = true },
            new("number", "documents.field.number", r => r.Number) { Sortable = true },
            new("title", "documents.field.title", r => r.Title ?? texts["documents.kind." + r.Kind])
            {
                NamesRow = true,
                Href = r => $"/documents/{r.Id}",
            },
            new("kind", "documents.field.kind", r => texts["documents.kind." + r.Kind]),
            new("state", "documents.field.state", r => texts["documents.state." + CodeConversion.CodeOf(r.State)]),
            new("madeBy", "documents.field.madeBy", r => r.MadeBy),
        };
        if (withClient)
        {
            columns.Insert(
                3,
                new("client", "documents.field.client", r => r.ClientName) { Href = r => $"/clients/{r.Client}" }
            );
        }

        return new("documents.list.caption", columns) { CaptionHidden = true };
    }
}
