using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Time;
using Plus.Law.CommunityWork;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Transfers;
using Plus.Shared.Partners.Editing;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Partners.Hosts;

/// <summary>Adds a host employer.</summary>
[RequiresPermission(PartnersModule.Edit)]
[KeepsDraft("partners.new")]
internal sealed class NewHostPage(
    HostHandler handler,
    TransferTargets targets,
    TerritoryChoices territories,
    StaffAccessor staff,
    PlusClock clock,
    PageHead head
) : SectionFormPage, IHostForm
{
    [BindProperty]
    public HostInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    public IReadOnlyList<Choice> Territories { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds => [.. HostHandler.Kinds.Select(k => new Choice(k, T["partners.kind." + k]))];

    public IReadOnlyList<Choice> OffenceKinds =>
        [.. OffenceGroups.All.Select(g => new Choice(g, T["law.offence_group." + g]))];

    public Task<IActionResult> OnGetAsync()
    {
        Input.Office ??= staff.Current.Offices.Select(o => o.ToString()).FirstOrDefault();
        return ShowAsync();
    }

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

        Flash.Success(HostHandler.IsDoubtful(facts.RegistrationNo) ? "partners.addedDoubtful" : "partners.added");
        return LocalRedirect($"/partners/{done.Value}");
    }

    protected override async Task<bool> LoadAsync()
    {
        head.Title = T["partners.add"];
        head.Crumb(T["partners.menu"], "/partners").Crumb(T["partners.add"]);
        Offices = await targets.OfficesAsync(clock.Today, Ct);
        Territories = await territories.ReadAsync(Ct);
        return true;
    }
}

/// <summary>What the fields of a host employer need of their page.</summary>
internal interface IHostForm
{
    HostInput Input { get; }

    IReadOnlyList<Choice> Offices { get; }

    IReadOnlyList<Choice> Territories { get; }

    IReadOnlyList<Choice> Kinds { get; }

    IReadOnlyList<Choice> OffenceKinds { get; }
}
