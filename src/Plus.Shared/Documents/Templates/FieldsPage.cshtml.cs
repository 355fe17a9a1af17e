using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Shared.Documents.Fields;

namespace Plus.Shared.Documents.Templates;

/// <summary>The catalogue of fields that templates may name.</summary>
[RequiresPermission(DocumentPermissions.Templates)]
internal sealed class FieldsPage(FieldCatalogue catalogue) : PageModel
{
    public IEnumerable<DocumentField> Fields => catalogue.All.Values.OrderBy(f => f.Code, StringComparer.Ordinal);
}
