using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.HostPages.Entering;
using Plus.Shared.HostPages.Working;
using Plus.Web.Controls;

namespace Plus.Shared.HostPages.Telling;

/// <summary>A host tells of an accident, from a phone.</summary>
[RequiresPermission(HostPagesModule.Use, AuthenticationSchemes = HostSession.Scheme)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class TellIncidentPage(
    HostSession session,
    HostWorkReader reader,
    TellIncidentHandler handler,
    ViewLog views,
    PlusClock clock
) : SectionFormPage
{
    [BindProperty]
    public TellIncidentInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Clients { get; private set; } = [];

    public Task<IActionResult> OnGetAsync()
    {
        Input.Day = clock.Today;
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.TellAsync(
            new SectionId(Input.Section!.Value),
            Input.Day!.Value,
            Input.Place,
            Input.Description!,
            Input.FirstResponse,
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("hostPages.incident.done");
        return LocalRedirect(HostSession.Root);
    }

    protected override async Task<bool> LoadAsync()
    {
        var sent = await reader.ReadAsync(
            session.Visitor.Host,
            clock.Today.AddDays(-HostWorkHandler.DaysBack),
            clock.Today,
            Ct
        );
        Clients = [.. sent.Select(c => new Choice(c.Section.ToString(), c.Name))];
        await views.ListAsync(HostPagesModule.Use, sent.Select(c => c.Client), Ct);
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class TellIncidentInput
{
    [Required(ErrorMessage = "hostPages.incident.clientMissing")]
    public Guid? Section { get; set; }

    [Required(ErrorMessage = "hostPages.incident.dayMissing")]
    public DateOnly? Day { get; set; }

    [StringLength(300)]
    public string? Place { get; set; }

    [Required(ErrorMessage = "hostPages.incident.descriptionMissing")]
    [StringLength(4000)]
    public string? Description { get; set; }

    [StringLength(4000)]
    public string? FirstResponse { get; set; }
}
