using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Clients.Records;
using Plus.Shared.Documents.Making;
using Plus.Shared.Documents.Overview;
using Plus.Shared.Documents.Records;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Documents.Sending;

/// <summary>Sends a signed document to each of its recipients by the channel chosen for them.</summary>
[RequiresPermission(DocumentPermissions.Send)]
[KeepsDraft("documents.send", Subject = "id")]
internal sealed class SendPage(PlusDb db, DocumentHead heading, SendDocumentHandler handler) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<DeliveryInput> Deliveries { get; set; } = [];

    /// <summary>More at once are letters to many.</summary>
    private const int Most = 30;

    public bool MayAdd => Deliveries.Count < Most;

    public DocumentView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Kinds =>
        [.. RecipientKinds.All.Select(k => new Choice(k, T["documents.recipientKind." + k]))];

    public IReadOnlyList<Choice> Channels =>
        [.. SendDocumentHandler.Channels.Select(c => new Choice(c, T["documents.channel." + c]))];

    protected override uint StoredVersion => View.Document.Version;

    protected override (ClientId? Client, Guid Record) Edited => (View.Document.ClientId, Id);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var known = await db.Set<DocumentRecipient>().AsNoTracking().Where(r => r.DocumentId == Id).ToListAsync(Ct);
        var reach = await db.Set<ClientReach>()
            .AsNoTracking()
            .Where(r => r.ClientId == View.Document.ClientId && r.Kind != ReachKind.Phone && r.To == null)
            .ToListAsync(Ct);
        foreach (var recipient in known.Where(r => r.State is DeliveryState.NotSent or DeliveryState.Failed))
        {
            Deliveries.Add(Proposed(recipient, reach));
        }

        while (Deliveries.Count < Math.Clamp(RestoredLines, 1, Most))
        {
            Deliveries.Add(new DeliveryInput());
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? act)
    {
        if (act == "add" || act?.StartsWith("remove:", StringComparison.Ordinal) == true)
        {
            return await ChangeLinesAsync(act);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.SendAsync(
            Id,
            [
                .. Deliveries.Select(d => new WantedDelivery(
                    d.Id,
                    d.Kind ?? "",
                    d.Name ?? "",
                    d.Channel ?? "",
                    d.Postal,
                    d.Electronic
                )),
            ],
            Version,
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("documents.send.done");
        return LocalRedirect($"/documents/{Id}");
    }

    // A form kept half-filled may have more recipients than are known.
    private int RestoredLines =>
        ModelState
            .Keys.Select(k => k.Split('[', ']'))
            .Where(k => k.Length > 1 && k[0] == nameof(Deliveries))
            .Select(k => int.TryParse(k[1], CultureInfo.InvariantCulture, out var at) ? at + 1 : 0)
            .DefaultIfEmpty()
            .Max();

    // Nothing is judged yet: what was typed stands in the form again, with a line more or less.
    private async Task<IActionResult> ChangeLinesAsync(string act)
    {
        ModelState.Clear();
        if (act == "add" && MayAdd)
        {
            Deliveries.Add(new DeliveryInput());
        }
        else if (
            int.TryParse(act.Split(':')[^1], CultureInfo.InvariantCulture, out var at)
            && at < Deliveries.Count
            && Deliveries[at].Id is null
            && Deliveries.Count > 1
        )
        {
            Deliveries.RemoveAt(at);
        }

        return await ShowAsync();
    }

    protected override string FieldOf(Refusal refusal) => "";

    protected override async Task<bool> LoadAsync()
    {
        if (await heading.ShowAsync(Id, DocumentPermissions.Send, T["documents.send.title"], Ct) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }

    // What is known is proposed: a person with consent by the e-address, else by post; an institution by its e-address.
    private static DeliveryInput Proposed(DocumentRecipient recipient, IReadOnlyList<ClientReach> reach)
    {
        var agreed =
            recipient.Kind == "person"
                ? reach.FirstOrDefault(r => r.ConsentOn is not null && r.ConsentWithdrawnOn is null)
                : null;
        var channel =
            recipient.Channel.Length > 0 ? recipient.Channel
            : agreed is not null ? (agreed.Kind == ReachKind.EAddress ? "eAddress" : "email")
            : recipient.Kind is "person" or "legalPerson" ? "post"
            : "eAddress";
        return new DeliveryInput
        {
            Id = recipient.Id,
            Name = recipient.Name,
            Kind = recipient.Kind,
            Channel = channel,
            Electronic = recipient.ElectronicAddress ?? agreed?.Value,
            Postal = recipient.PostalAddress,
        };
    }
}

/// <summary>A recipient as the form asks for it.</summary>
internal sealed class DeliveryInput
{
    public Guid? Id { get; set; }

    [Required(ErrorMessage = "documents.make.otherNameMissing")]
    [StringLength(300)]
    public string? Name { get; set; }

    [Required(ErrorMessage = "documents.template.recipientMissing")]
    public string? Kind { get; set; }

    [Required(ErrorMessage = "documents.send.channelMissing")]
    public string? Channel { get; set; }

    [StringLength(254)]
    public string? Electronic { get; set; }

    [StringLength(500)]
    public string? Postal { get; set; }
}
