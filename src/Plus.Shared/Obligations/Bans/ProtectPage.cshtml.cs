using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Rules;
using Plus.Shared.Access;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Obligations.Listing;
using Plus.Shared.Obligations.Records;
using Plus.Shared.Organisation.Records;
using Plus.Shared.Rules.Current;
using Plus.Web.Controls;

namespace Plus.Shared.Obligations.Bans;

/// <summary>
/// The addresses that a ban protects, for who may read victims' data. What is typed here is kept in no draft.
/// </summary>
[RequiresPermission(ObligationsModule.Protect)]
internal sealed class ProtectPage(
    SectionReader reader,
    ObligationReader obligations,
    ProtectAddressHandler handler,
    ViewLog views,
    SectionHead heading,
    StaffAccessor staff,
    PlusDb db,
    CurrentRules rules,
    PlusClock clock
) : ObligationFormPage(reader, obligations, views, heading)
{
    [BindProperty]
    public ProtectInput Input { get; set; } = new();

    [BindProperty]
    public Guid Row { get; set; }

    public IReadOnlyList<ProtectedAddress> Addresses { get; private set; } = [];

    public IReadOnlyList<Choice> Territories { get; private set; } = [];

    /// <summary>Who wrote them down: they are the ones who are asked.</summary>
    public IReadOnlyDictionary<StaffId, string> EnteredBy { get; private set; } = new Dictionary<StaffId, string>();

    /// <summary>Within how many metres two points are one place.</summary>
    public int Metres { get; private set; }

    protected override string Part => ObligationsModule.Protect;

    protected override string StepKey => "obligations.protect.title";

    protected override bool Fits =>
        base.Fits && BanKinds.Protects(Obligation.Kind) && staff.Current.May(SpecialCategories.Victims);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        if (!await LoadAsync())
        {
            return NotFound();
        }

        var done = await handler.ProtectAsync(Id, Input.Text!.Trim(), Blank(Input.Territory), Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        if (done.Value)
        {
            Flash.Warning("obligations.protect.doneMeets");
        }
        else
        {
            Flash.Success("obligations.protect.done");
        }

        return LocalRedirect(Href + "/protected");
    }

    public async Task<IActionResult> OnPostReleaseAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var done = await handler.ReleaseAsync(Id, Row, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("obligations.protect.released");
        return LocalRedirect(Href + "/protected");
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        Addresses = await Obligations.ProtectedAsync(Id, Ct);
        var keepers = Addresses.Select(a => a.EnteredBy).Distinct().ToList();
        EnteredBy = await db.Set<Staff>()
            .Where(s => keepers.Contains(s.Id))
            .ToDictionaryAsync(s => s.Id, s => s.GivenName + " " + s.Surname, Ct);
        Metres = (await rules.ReadAsync(Ct)).Parameters.Get(ParameterCodes.BanDistanceMetres, clock.Today).WholeNumber;
        Territories = await db.Set<Territory>()
            .AsNoTracking()
            .Where(t => t.To == null)
            .OrderBy(t => t.Code)
            .Select(t => new Choice(t.Code, t.Name))
            .ToListAsync(Ct);
        return Input.Territory is null or "" || Territories.Any(t => t.Value == Input.Territory);
    }

    /// <summary>Name of the territory of an address; null where it is not known.</summary>
    public string? TerritoryOf(ProtectedAddress address) =>
        Territories.FirstOrDefault(t => t.Value == address.TerritoryCode)?.Text ?? address.TerritoryCode;

    private static string? Blank(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed;
}

/// <summary>What the form asks.</summary>
internal sealed class ProtectInput
{
    [Required(ErrorMessage = "obligations.protect.textMissing")]
    [StringLength(500)]
    public string? Text { get; set; }

    public string? Territory { get; set; }
}
