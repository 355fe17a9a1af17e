using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Applications;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Clients.Data;
using Plus.Shared.Clients.Records;
using Plus.Shared.Obligations.Bans;
using Plus.Shared.Organisation.Records;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Applications.Receiving;

/// <summary>Takes an application or a notice of the client in.</summary>
[RequiresPermission(ApplicationsModule.Work)]
[KeepsDraft("applications.receive", Subject = "id")]
internal sealed class ReceivePage(
    PlusDb db,
    SectionReader reader,
    ReceiveHandler handler,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : SectionFormPage, IAsksOfBan
{
    private static readonly string[] Addresses = ["declared", "actual"];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ReceiveInput Input { get; set; } = new();

    IBanInput IAsksOfBan.Input => Input;

    public bool IsFact => true;

    public SectionView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Kinds => RequestWords.Choices(T, "law.application.", ApplicationKinds.All);

    public IReadOnlyList<Choice> AddressKinds => RequestWords.Choices(T, "clients.address.", Addresses);

    public IReadOnlyList<Choice> Employments => ClientCodes.Choices("employment", ClientCodes.Employment, T);

    public IReadOnlyList<Choice> Territories { get; private set; } = [];

    /// <summary>Kinds with a last day, for fields shown only for these.</summary>
    public static string Absences =>
        "Input.Kind=" + string.Join('|', ApplicationKinds.All.Where(ApplicationKinds.IsAbsence));

    public Task<IActionResult> OnGetAsync()
    {
        Input.ReceivedOn ??= clock.Today;
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Check();
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.ReceiveAsync(new SectionId(Id), Wanted(), Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("applications.receive.done");
        return LocalRedirect($"/applications/{done.Value}");
    }

    protected override async Task<bool> LoadAsync()
    {
        var id = new SectionId(Id);
        if (
            await reader.FindAsync(id, ApplicationsModule.Work, Ct) is not { Section.IsOpen: true } view
            || !ApplicationKinds.Bind(view.Section.Measure)
        )
        {
            return false;
        }

        await views.ConsultAsync(ApplicationsModule.Work, view.Client.Id, id, Ct);
        View = view;
        Territories =
        [
            .. (
                await db.Set<Territory>().AsNoTracking().Where(t => t.To == null).OrderBy(t => t.Code).ToListAsync(Ct)
            ).Select(t => new Choice(t.Code, t.Name)),
        ];
        await heading.ShowAsync(view, T["applications.receive.title"], Ct);
        return true;
    }

    private void Check()
    {
        void Must(bool given, string field, string missing)
        {
            if (!given)
            {
                ModelState.AddModelError("Input." + field, missing);
            }
        }

        Must(ApplicationKinds.IsKnown(Input.Kind), nameof(Input.Kind), "applications.receive.kindMissing");
        Must(
            !ApplicationKinds.IsAbsence(Input.Kind) || Input.To is not null,
            nameof(Input.To),
            "applications.receive.toMissing"
        );
        Must(
            Input.Kind != ApplicationKinds.ResidenceChange || Addresses.Contains(Input.Address),
            nameof(Input.Address),
            "applications.receive.addressMissing"
        );
        Must(
            Input.Kind is not (ApplicationKinds.WorkChange or ApplicationKinds.StudyChange)
                || ClientCodes.Employment.Contains(Input.Employment),
            nameof(Input.Employment),
            "applications.receive.employmentMissing"
        );
    }

    // What the kind does not ask is dropped.
    private NewRequest Wanted()
    {
        var absence = ApplicationKinds.IsAbsence(Input.Kind);
        var moves = Input.Kind == ApplicationKinds.ResidenceChange;
        return new NewRequest(
            new ClientApplication(Input.Kind, Input.ReceivedOn!.Value, Input.From!.Value, absence ? Input.To : null),
            Input.Place!.Trim(),
            string.IsNullOrWhiteSpace(Input.Reason) ? null : Input.Reason.Trim(),
            moves ? CodeConversion.Parse<AddressKind>(Input.Address!) : null,
            moves && !string.IsNullOrEmpty(Input.Territory) ? Input.Territory : null,
            absence || moves ? null : Input.Employment
        )
        {
            BanKnown = Input.BanKnown,
        };
    }
}

/// <summary>What the form asks.</summary>
internal sealed class ReceiveInput : IBanInput
{
    public string Kind { get; set; } = "";

    [Required(ErrorMessage = "applications.receive.receivedMissing")]
    public DateOnly? ReceivedOn { get; set; }

    [Required(ErrorMessage = "applications.receive.fromMissing")]
    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    [Required(ErrorMessage = "applications.receive.placeMissing")]
    [StringLength(500)]
    public string? Place { get; set; }

    public string? Address { get; set; }

    [StringLength(7)]
    public string? Territory { get; set; }

    public string? Employment { get; set; }

    [StringLength(2_000)]
    public string? Reason { get; set; }

    public bool BanKnown { get; set; }
}
