using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Contacts;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Contacts.Records;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Contacts.Norms;

/// <summary>How closely the client of a section is met, and why.</summary>
[RequiresPermission(ContactsModule.Record)]
[KeepsDraft("contacts.norm", Subject = "id")]
internal sealed class NormPage(
    PlusDb db,
    SectionReader reader,
    SetNormHandler handler,
    NormReader norms,
    ViewLog views,
    SectionHead heading
) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public NormInput Input { get; set; } = new();

    public SectionView View { get; private set; } = null!;

    public ContactNorm? Norm { get; private set; }

    public NextContact? Next { get; private set; }

    public IReadOnlyList<Choice> Levels =>
        [.. ContactLevel.All.Select(l => new Choice(l, T["law.contact_level." + l]))];

    protected override uint StoredVersion => Norm?.Version ?? 0;

    protected override (ClientId? Client, Guid Record) Edited => (View.Client.Id, Id);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Input.Level = Norm?.Level;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ContactLevel.All.Contains(Input.Level))
        {
            ModelState.AddModelError("Input.Level", "contacts.norm.levelMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.HandleAsync(new SectionId(Id), Input.Level!, Input.Reason!.Trim(), Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("contacts.norm.saved");
        return LocalRedirect($"/sections/{Id}/contacts/plan");
    }

    protected override async Task<bool> LoadAsync()
    {
        var id = new SectionId(Id);
        if (await reader.FindAsync(id, ContactsModule.Record, Ct) is not { } view || !view.Section.IsOpen)
        {
            return false;
        }

        await views.ConsultAsync(ContactsModule.Record, view.Client.Id, id, Ct);
        View = view;
        Norm = await db.Set<ContactNorm>().AsNoTracking().SingleOrDefaultAsync(n => n.SectionId == id, Ct);
        Next = await norms.NextAsync(id, Ct);
        await heading.ShowAsync(view, T["contacts.norm.title"], Ct);
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class NormInput
{
    public string? Level { get; set; }

    [Required(ErrorMessage = "contacts.norm.reasonMissing")]
    [StringLength(2000)]
    public string? Reason { get; set; }
}
