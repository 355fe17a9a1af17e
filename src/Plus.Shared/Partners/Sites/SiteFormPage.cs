using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Partners.Records;
using Plus.Web.Controls;
using Plus.Web.Layout;

namespace Plus.Shared.Partners.Sites;

/// <summary>The form of a site, for a new one and for one that is changed.</summary>
internal abstract class SiteFormPage(
    PlusDb db,
    HostEditing editing,
    SiteHandler handler,
    TerritoryChoices territories,
    PageHead head
) : HostFormPage(db, editing, head)
{
    [BindProperty]
    public SiteInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Territories { get; private set; } = [];

    /// <summary>The stored site; null for a new one.</summary>
    public virtual HostSite? Site => null;

    protected override uint StoredVersion => Site?.Version ?? 0;

    protected override (ClientId? Client, Guid Record) Edited => (null, Id);

    public async Task<IActionResult> OnPostAsync()
    {
        var point = Input.Read(ModelState);
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var facts = new SiteFacts(
            Input.Name!,
            Input.Address!,
            string.IsNullOrEmpty(Input.Territory) ? null : Input.Territory,
            point,
            Input.NearChildren,
            [.. Input.Places.Select(p => p ?? 0)],
            Input.To
        );
        var done = await handler.SaveAsync(HostId, SiteId, facts, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success(SiteId is null ? "partners.site.added" : "partners.site.saved");
        return LocalRedirect(Href);
    }

    protected virtual Guid? SiteId => null;

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        Territories = await territories.ReadAsync(Ct);
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class SiteInput
{
    [Required(ErrorMessage = "partners.site.nameMissing")]
    [StringLength(200)]
    public string? Name { get; set; }

    [Required(ErrorMessage = "partners.site.addressMissing")]
    [StringLength(500)]
    public string? Address { get; set; }

    public string? Territory { get; set; }

    [StringLength(60)]
    public string? Point { get; set; }

    public bool NearChildren { get; set; }

    /// <summary>Monday first.</summary>
    public List<int?> Places { get; set; } = [null, null, null, null, null, null, null];

    public DateOnly? To { get; set; }

    public static SiteInput Of(HostSite site) =>
        new()
        {
            Name = site.Name,
            Address = site.Address,
            Territory = site.TerritoryCode,
            Point = site.Latitude is { } lat ? MapPoint.Write(lat, site.Longitude!.Value) : null,
            NearChildren = site.NearChildren,
            Places = [.. site.Places.Select(p => (int?)p)],
            To = site.To,
        };

    /// <summary>The point typed; errors for what cannot be read.</summary>
    public (double Latitude, double Longitude)? Read(Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary state)
    {
        if (Places.Count != 7 || Places.Exists(p => p is < 0 or > 500))
        {
            state.AddModelError("Input.Places[0]", "partners.site.placesWrong");
        }
        else if (Places.TrueForAll(p => p is null or 0))
        {
            state.AddModelError("Input.Places[0]", "partners.site.placesMissing");
        }

        if (string.IsNullOrWhiteSpace(Point))
        {
            return null;
        }

        if (MapPoint.TryRead(Point, out var point))
        {
            return point;
        }

        state.AddModelError("Input.Point", "partners.site.pointWrong");
        return null;
    }
}
