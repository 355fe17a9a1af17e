using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Clients.Head;
using Plus.Shared.Documents.Fields;
using Plus.Shared.Documents.Grammar;
using Plus.Shared.Documents.Records;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Documents.Names;

/// <summary>The cases of the client's name as letters write them: by the rule, or as written down here.</summary>
[RequiresPermission(DocumentPermissions.Work)]
[KeepsDraft("documents.names", Subject = "id")]
internal sealed class NameFormsPage(
    PlusDb db,
    ClientHead heading,
    NameFormsHandler handler,
    ViewLog views,
    PageHead head
) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    [StringLength(420)]
    public string? Genitive { get; set; }

    [BindProperty]
    [StringLength(420)]
    public string? Dative { get; set; }

    [BindProperty]
    [StringLength(420)]
    public string? Accusative { get; set; }

    [BindProperty]
    [StringLength(420)]
    public string? Locative { get; set; }

    private NameValue ByRule { get; set; } = new("", "", null);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var id = new ClientId(Id);
        var kept = await db.Set<NameForm>().AsNoTracking().Where(f => f.ClientId == id).ToListAsync(Ct);
        var name = ByRule with { Overrides = kept.ToDictionary(f => f.Form, f => f.Text) };
        (Genitive, Dative) = (name.In(LatvianCase.Genitive), name.In(LatvianCase.Dative));
        (Accusative, Locative) = (name.In(LatvianCase.Accusative), name.In(LatvianCase.Locative));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var done = await handler.SaveAsync(
            new ClientId(Id),
            ByRule,
            new Dictionary<LatvianCase, string?>
            {
                [LatvianCase.Genitive] = Genitive,
                [LatvianCase.Dative] = Dative,
                [LatvianCase.Accusative] = Accusative,
                [LatvianCase.Locative] = Locative,
            },
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("documents.names.saved");
        return LocalRedirect($"/clients/{Id}/documents");
    }

    protected override async Task<bool> LoadAsync()
    {
        var id = new ClientId(Id);
        if (await heading.ShowAsync(id, DocumentPermissions.Work, "documents", Ct) is not { } client)
        {
            return false;
        }

        await views.ConsultAsync(DocumentPermissions.Work, id, ct: Ct);
        head.Title = T["documents.names.title"];
        ByRule = new NameValue(client.GivenName, client.Surname, client.Sex);
        return true;
    }
}
