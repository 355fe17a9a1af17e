using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Shared.Clients.Head;
using Plus.Shared.Documents.Templates;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Documents.Making;

/// <summary>Which document to make of a client: the templates that fit the section first.</summary>
[RequiresPermission(DocumentPermissions.Work)]
internal sealed class ChooseTemplatePage(
    ClientHead heading,
    TemplateChoice templates,
    ViewLog views,
    PlusClock clock,
    PageHead head,
    Texts texts
) : PageModel
{
    private static readonly string[] GroupCodes = ["fitting", "any", "other"];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Section { get; set; }

    public IReadOnlyList<(string Code, IReadOnlyList<ChosenTemplate> Templates)> Groups { get; private set; } = [];

    public IReadOnlyList<(string Id, string Text, bool Current)> Sections { get; private set; } = [];

    public string HrefOf(ChosenTemplate choice) =>
        $"/clients/{Id}/documents/make/{choice.Template.Id}" + (Section is { } section ? $"?section={section}" : "");

    public string TitleOf(ChosenTemplate choice) =>
        texts.Language == PageLanguage.Latvian ? choice.Template.TitleLv : choice.Template.TitleEn;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var id = new ClientId(Id);
        if (await heading.ShowAsync(id, DocumentPermissions.Work, "documents", ct) is not { } client)
        {
            return NotFound();
        }

        await views.ConsultAsync(DocumentPermissions.Work, id, ct: ct);
        head.Title = texts["documents.make.title"];
        Section ??= client.Open.FirstOrDefault()?.Id.Value ?? client.Sections.FirstOrDefault()?.Id.Value;
        Sections =
        [
            .. client.Sections.Select(s =>
                (s.Id.ToString(), $"{texts["law.measure." + s.Measure]}, {s.BasisNumber}", s.Id.Value == Section)
            ),
        ];
        var function = client.Sections.FirstOrDefault(s => s.Id.Value == Section)?.Function;
        var all = await templates.OnAsync(clock.Today, function, ct);
        Groups =
        [
            .. all.GroupBy(c => TemplateChoice.Rank(c.Template, function))
                .OrderBy(g => g.Key)
                .Select(g => (GroupCodes[g.Key], (IReadOnlyList<ChosenTemplate>)[.. g])),
        ];
        return Page();
    }
}
