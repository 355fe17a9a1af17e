using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Support.Providers;

/// <summary>Changes what is told of a provider.</summary>
[RequiresPermission(SupportModule.Contracts)]
[KeepsDraft("support.provider.edit", Subject = "id")]
internal sealed class EditProviderPage(PlusDb db, ProviderHandler handler, PageHead head)
    : ProviderFormPage(db, head),
        IProviderForm
{
    [BindProperty]
    public ProviderInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Kinds => SupportWords.Choices(T, "support.providerKind.", SupportKinds.ProviderKinds);

    protected override string? StepKey => "support.provider.edit";

    public override async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        ShowSaved();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Read(ModelState) is not { } facts)
        {
            return await ShowAsync();
        }

        var done = await handler.ChangeAsync(Id, facts, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("support.provider.changed");
        return LocalRedirect(Href);
    }

    protected override void ShowSaved() =>
        Input = new ProviderInput
        {
            Name = Provider.Name,
            Kind = Provider.Kind,
            RegistrationNo = Provider.RegistrationNo,
            Address = Provider.Address,
            Contact = Provider.Contact,
        };
}
