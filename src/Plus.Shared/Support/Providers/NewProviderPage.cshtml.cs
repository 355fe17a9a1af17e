using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Shared.Cases.Editing;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Support.Providers;

/// <summary>A new provider.</summary>
[RequiresPermission(SupportModule.Contracts)]
[KeepsDraft("support.provider")]
internal sealed class NewProviderPage(ProviderHandler handler, PageHead head) : SectionFormPage, IProviderForm
{
    [BindProperty]
    public ProviderInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Kinds => SupportWords.Choices(T, "support.providerKind.", SupportKinds.ProviderKinds);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Read(ModelState) is not { } facts)
        {
            return await ShowAsync();
        }

        var done = await handler.AddAsync(facts, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("support.provider.added");
        return LocalRedirect($"/support/providers/{done.Value}");
    }

    protected override Task<bool> LoadAsync()
    {
        head.Title = T["support.provider.add"];
        head.Crumb(T["support.menu"], "/support/providers").Crumb(T["support.provider.add"]);
        return Task.FromResult(true);
    }
}
