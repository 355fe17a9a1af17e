using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Organisation.Records;
using Plus.Shared.Partners.Records;
using Plus.Shared.WorkHours.Contract;
using Plus.Web.Layout;

namespace Plus.Shared.Partners.Hosts;

/// <summary>A host employer: contracts, how many work there now, hours in all; a further contract is added here.</summary>
[RequiresPermission(PartnersModule.View)]
internal sealed class HostPage(
    PlusDb db,
    HostHandler handler,
    FunctionDoors doors,
    StaffAccessor staff,
    PlusClock clock,
    PageHead head
) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ContractInput Input { get; set; } = new();

    public HostEmployer Host { get; private set; } = null!;

    public string Office { get; private set; } = "";

    public IReadOnlyList<HostContract> Contracts { get; private set; } = [];

    public HostUse Use { get; private set; } = new(0, 0);

    public DateOnly Today => clock.Today;

    public bool MayEdit => staff.Current.May(PartnersModule.Edit);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!MayEdit)
        {
            return Forbid();
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.AddContractAsync(
            new HostEmployerId(Id),
            Input.Number!,
            Input.From!.Value,
            Input.To,
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("partners.contractAdded");
        return LocalRedirect($"/partners/{Id}");
    }

    protected override async Task<bool> LoadAsync()
    {
        var id = new HostEmployerId(Id);
        var found = await db.Set<HostEmployer>()
            .AsNoTracking()
            .Where(h => h.Id == id)
            .Select(h => new
            {
                Host = h,
                Office = db.Set<Office>().Where(o => o.Id == h.OfficeId).Select(o => o.Name).First(),
                Contracts = db.Set<HostContract>()
                    .Where(c => c.HostEmployerId == id)
                    .OrderByDescending(c => c.From)
                    .ToList(),
            })
            .SingleOrDefaultAsync(Ct);
        if (found is null)
        {
            return false;
        }

        (Host, Office, Contracts) = (found.Host, found.Office, found.Contracts);
        foreach (var door in doors.All.OfType<WorkDoor>())
        {
            var use = await door.UseOfAsync(db, id, Ct);
            Use = new HostUse(Use.Placed + use.Placed, Use.CreditedMinutes + use.CreditedMinutes);
        }

        head.Title = T["partners.host.title"];
        head.Crumb(T["partners.menu"], "/partners").Crumb(Host.Name);
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class ContractInput
{
    [Required(ErrorMessage = "partners.contract.numberMissing")]
    [StringLength(60)]
    public string? Number { get; set; }

    [Required(ErrorMessage = "partners.contract.fromMissing")]
    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }
}
