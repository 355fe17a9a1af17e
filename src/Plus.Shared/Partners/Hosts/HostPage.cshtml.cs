using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.CommunityWork;
using Plus.Law.Rules;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Organisation.Records;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Partners.Records;
using Plus.Shared.Partners.Sites;
using Plus.Shared.Rules.Current;
using Plus.Shared.WorkHours;
using Plus.Shared.WorkHours.Contract;
using Plus.Web.Layout;

namespace Plus.Shared.Partners.Hosts;

/// <summary>A host employer: contracts, sites, contacts, trainings, how it goes; how many work there now.</summary>
[RequiresPermission(PartnersModule.View)]
internal sealed class HostPage(
    PlusDb db,
    HostEditing editing,
    SiteHandler sites,
    CurrentRules rules,
    StaffAccessor staff,
    FunctionDoors doors,
    PlusClock clock,
    PageHead head
) : SectionFormPage
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    public HostEmployer Host { get; private set; } = null!;

    public string Office { get; private set; } = "";

    public string? Municipality { get; private set; }

    public IReadOnlyList<HostContract> Contracts { get; private set; } = [];

    public ILookup<Guid, ContractRenewal> Renewals { get; private set; } = null!;

    /// <summary>The newest first.</summary>
    public ILookup<Guid, ContractScan> Scans { get; private set; } = null!;

    public IReadOnlyList<HostSite> Sites { get; private set; } = [];

    public ILookup<Guid, SiteWork> Works { get; private set; } = null!;

    public IReadOnlyList<HostContact> Contacts { get; private set; } = [];

    public IReadOnlyList<TrainingLine> Trainings { get; private set; } = [];

    public IReadOnlyList<NoteLine> Notes { get; private set; } = [];

    public HostUse Use { get; private set; } = new(0, 0);

    /// <summary>What should be seen at once: text keys with a day.</summary>
    public IReadOnlyList<(string Key, DateOnly? Day)> Warnings { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public bool MayEnter => staff.Current.May(WorkHoursModule.Enter);

    public bool MayEdit => editing.MayEdit(Host.OfficeId);

    public bool MayTakeScans => editing.Reaches(PartnersModule.Scans, Host.OfficeId);

    public bool MayGiveKeys => staff.Current.May(HostApi.HostApiModule.Give);

    public bool MayGiveAccess => staff.Current.May(HostPages.HostPagesModule.Give);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>A kind of work is not offered any more.</summary>
    public async Task<IActionResult> OnPostEndWorkAsync(Guid work)
    {
        var done = await sites.EndWorkAsync(new HostEmployerId(Id), work, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("partners.work.ended");
        return LocalRedirect($"/partners/{Id}");
    }

    protected override async Task<bool> LoadAsync()
    {
        var id = new HostEmployerId(Id);
        if (await db.Set<HostEmployer>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, Ct) is not { } host)
        {
            return false;
        }

        Host = host;
        Office = await db.Set<Office>().Where(o => o.Id == host.OfficeId).Select(o => o.Name).SingleAsync(Ct);
        Municipality = await db.Set<Territory>()
            .Where(t => t.Code == host.TerritoryCode)
            .Select(t => t.Name)
            .SingleOrDefaultAsync(Ct);
        await LoadPartsAsync(id);
        foreach (var door in doors.All.OfType<WorkDoor>())
        {
            var use = await door.UseOfAsync(db, id, Ct);
            Use = new HostUse(Use.Placed + use.Placed, Use.CreditedMinutes + use.CreditedMinutes);
        }

        head.Title = T["partners.host.title"];
        head.Crumb(T["partners.menu"], "/partners").Crumb(Host.Name);
        return true;
    }

    private async Task LoadPartsAsync(HostEmployerId id)
    {
        Contracts = await db.Set<HostContract>()
            .AsNoTracking()
            .Where(c => c.HostEmployerId == id)
            .OrderByDescending(c => c.From)
            .ToListAsync(Ct);
        Renewals = (
            await db.Set<ContractRenewal>()
                .AsNoTracking()
                .Where(r => db.Set<HostContract>().Any(c => c.Id == r.ContractId && c.HostEmployerId == id))
                .OrderBy(r => r.AgreedOn)
                .ToListAsync(Ct)
        ).ToLookup(r => r.ContractId);
        Scans = (
            await db.Set<ContractScan>()
                .AsNoTracking()
                .Where(s => db.Set<HostContract>().Any(c => c.Id == s.ContractId && c.HostEmployerId == id))
                .OrderByDescending(s => s.Place)
                .ToListAsync(Ct)
        ).ToLookup(s => s.ContractId);
        Sites = await db.Set<HostSite>()
            .AsNoTracking()
            .Where(s => s.HostEmployerId == id)
            .OrderBy(s => s.To != null)
            .ThenBy(s => s.Name)
            .ToListAsync(Ct);
        Works = (
            await db.Set<SiteWork>()
                .AsNoTracking()
                .Where(w => db.Set<HostSite>().Any(s => s.Id == w.SiteId && s.HostEmployerId == id))
                .Where(w => w.To == null || w.To >= Today)
                .ToListAsync(Ct)
        ).ToLookup(w => w.SiteId);
        Contacts = await db.Set<HostContact>()
            .AsNoTracking()
            .Where(c => c.HostEmployerId == id)
            .OrderBy(c => c.To != null)
            .ThenBy(c => c.Name)
            .ToListAsync(Ct);
        var parameters = (await rules.ReadAsync(Ct)).Parameters;
        Trainings =
        [
            .. (
                await db.Set<HostTraining>()
                    .AsNoTracking()
                    .Where(t => t.HostEmployerId == id)
                    .OrderByDescending(t => t.HeldOn)
                    .ToListAsync(Ct)
            ).Select(t => new TrainingLine(
                t,
                t.Kind == HostTraining.ChildRights ? ChildRightsTraining.ValidUntil(t.HeldOn, parameters) : null
            )),
        ];
        Notes = await db.Set<HostNote>()
            .AsNoTracking()
            .Where(n => n.HostEmployerId == id)
            .OrderByDescending(n => n.OnDay)
            .ThenByDescending(n => n.Id)
            .Select(n => new NoteLine(
                n,
                db.Set<Staff>().Where(s => s.Id == n.By).Select(s => s.GivenName + " " + s.Surname).FirstOrDefault()
            ))
            .ToListAsync(Ct);
        Warnings = [.. Warn(parameters)];
    }

    private IEnumerable<(string Key, DateOnly? Day)> Warn(LegalParameters parameters)
    {
        var ahead = parameters.Get(ParameterCodes.ContractEndsWarningDays, Today).WholeNumber;
        if (Contracts.FirstOrDefault(c => c.InForceOn(Today)) is not { } now)
        {
            yield return ("partners.warning.noContract", null);
        }
        else if (now.To <= Today.AddDays(ahead) && !Contracts.Any(c => c.From == now.To.Value.AddDays(1)))
        {
            yield return ("partners.warning.contractEnds", now.To);
        }

        if (Host.TakesMinors && Trainings.Where(t => t.ValidUntil is not null).Max(t => t.ValidUntil) is var until)
        {
            if (until is null)
            {
                yield return ("partners.warning.noTraining", null);
            }
            else if (until < Today)
            {
                yield return ("partners.warning.trainingLapsed", until);
            }
            else if (until <= Today.AddDays(ahead))
            {
                yield return ("partners.warning.trainingEnds", until);
            }
        }

        if (HostHandler.IsDoubtful(Host.RegistrationNo))
        {
            yield return ("partners.warning.registrationNo", null);
        }
    }
}

/// <summary>A training and the last day on which it is good; null where it does not lapse.</summary>
internal sealed record TrainingLine(HostTraining Training, DateOnly? ValidUntil);

/// <summary>A note and who wrote it.</summary>
internal sealed record NoteLine(HostNote Note, string? By);
