using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Partners.Records;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Partners.Sites;

/// <summary>A kind of work done at a site, and what it asks of a person.</summary>
[RequiresPermission(PartnersModule.Edit)]
[KeepsDraft("partners.work.new", Subject = "site")]
internal sealed class NewSiteWorkPage(PlusDb db, HostEditing editing, SiteHandler handler, PageHead head)
    : HostFormPage(db, editing, head)
{
    [BindProperty(SupportsGet = true, Name = "site")]
    public Guid SiteId { get; set; }

    [BindProperty]
    public SiteWorkInput Input { get; set; } = new();

    public string SiteName { get; private set; } = "";

    public IReadOnlyList<Choice> Works => [.. WorkDemands.Works.Select(w => new Choice(w, T["partners.work." + w]))];

    public IReadOnlyList<Choice> Skills => [.. WorkDemands.Skills.Select(s => new Choice(s, T["partners.skill." + s]))];

    public IReadOnlyList<Choice> Strains =>
        [.. WorkDemands.Strains.Select(s => new Choice(s, T["partners.strain." + s]))];

    protected override string TitleKey => "partners.work.add";

    public async Task<IActionResult> OnPostAsync()
    {
        if (!WorkDemands.Works.Contains(Input.Work))
        {
            ModelState.AddModelError("Input.Work", "partners.work.missing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var facts = new SiteWorkFacts(
            Input.Work!,
            Input.Heavy,
            Input.NearChildren,
            [.. Input.Skills.Intersect(WorkDemands.Skills)],
            [.. Input.Strains.Intersect(WorkDemands.Strains)],
            Input.Tools
        );
        var done = await handler.AddWorkAsync(HostId, SiteId, facts, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("partners.work.added");
        return LocalRedirect(Href);
    }

    protected override async Task<bool> LoadAsync()
    {
        var host = HostId;
        var name = await Db.Set<HostSite>()
            .Where(s => s.Id == SiteId && s.HostEmployerId == host)
            .Select(s => s.Name)
            .SingleOrDefaultAsync(Ct);
        SiteName = name ?? "";
        return name is not null && await base.LoadAsync();
    }
}

/// <summary>What the form asks.</summary>
internal sealed class SiteWorkInput
{
    public string? Work { get; set; }

    public bool Heavy { get; set; }

    public bool NearChildren { get; set; }

    public List<string> Skills { get; set; } = [];

    public List<string> Strains { get; set; } = [];

    [StringLength(500)]
    public string? Tools { get; set; }
}
