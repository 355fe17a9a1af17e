using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.CommunityWork;
using Plus.Shared.Cases.Transfers;
using Plus.Shared.Partners.Editing;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Partners.Hosts;

/// <summary>Changes what is told of a host employer: name, kind, number, office, address, whom it does not take.</summary>
[RequiresPermission(PartnersModule.Edit)]
[KeepsDraft("partners.edit", Subject = "id")]
internal sealed class EditHostPage(
    PlusDb db,
    HostEditing editing,
    HostHandler handler,
    TransferTargets targets,
    TerritoryChoices territories,
    PlusClock clock,
    PageHead head
) : HostFormPage(db, editing, head), IHostForm
{
    [BindProperty]
    public HostInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    public IReadOnlyList<Choice> Territories { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds => [.. HostHandler.Kinds.Select(k => new Choice(k, T["partners.kind." + k]))];

    public IReadOnlyList<Choice> OffenceKinds =>
        [.. OffenceGroups.All.Select(g => new Choice(g, T["law.offence_group." + g]))];

    protected override string TitleKey => "partners.host.edit";

    protected override uint StoredVersion => Host.Version;

    protected override (ClientId? Client, Guid Record) Edited => (null, Id);

    public override async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        ShowSaved();
        return Page();
    }

    protected override void ShowSaved() => Input = HostInput.Of(Host);

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Read(ModelState) is not { } facts)
        {
            return await ShowAsync();
        }

        var done = await handler.DescribeAsync(HostId, facts, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success(HostHandler.IsDoubtful(facts.RegistrationNo) ? "partners.savedDoubtful" : "partners.saved");
        return LocalRedirect(Href);
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        Offices = await targets.OfficesAsync(clock.Today, Ct);
        Territories = await territories.ReadAsync(Ct);
        return true;
    }
}
