using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Documents.Overview;
using Plus.Shared.Documents.Records;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Documents.Delivery;

/// <summary>Whether and when one copy arrived, where the channel does not say it.</summary>
[RequiresPermission(DocumentPermissions.Send)]
[KeepsDraft("documents.proof", Subject = "copy")]
internal sealed class ProofPage(PlusDb db, DocumentHead heading, NoteDeliveryHandler handler) : SectionFormPage
{
    private static readonly string[] Codes = ["delivered", "returned"];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Copy { get; set; }

    [BindProperty]
    public ProofInput Input { get; set; } = new();

    public DocumentView View { get; private set; } = null!;

    public DocumentRecipient Recipient { get; private set; } = null!;

    public IReadOnlyList<Choice> Outcomes => [.. Codes.Select(c => new Choice(c, T["documents.proof.outcome." + c]))];

    protected override uint StoredVersion => View.Document.Version;

    protected override (ClientId? Client, Guid Record) Edited => (View.Document.ClientId, Id);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Codes.Contains(Input.Outcome))
        {
            ModelState.AddModelError("Input.Outcome", "documents.proof.outcomeMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.NoteAsync(
            Id,
            Copy,
            new NotedDelivery(Input.Outcome == "delivered", Input.On!.Value, Input.Proof, Version),
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("documents.proof.done");
        return LocalRedirect($"/documents/{Id}");
    }

    protected override async Task<bool> LoadAsync()
    {
        if (
            await heading.ShowAsync(Id, DocumentPermissions.Send, T["documents.proof.title"], Ct) is not { } view
            || await db.Set<DocumentRecipient>()
                .AsNoTracking()
                .SingleOrDefaultAsync(r => r.Id == Copy && r.DocumentId == Id, Ct)
                is not { } recipient
        )
        {
            return false;
        }

        (View, Recipient) = (view, recipient);
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class ProofInput
{
    public string Outcome { get; set; } = "";

    [Required(ErrorMessage = "documents.proof.dayMissing")]
    public DateOnly? On { get; set; }

    [StringLength(200)]
    public string? Proof { get; set; }
}
