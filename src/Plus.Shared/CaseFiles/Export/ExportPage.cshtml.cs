using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Shared.CaseFiles.Reading;
using Plus.Shared.CaseFiles.Redacting;
using Plus.Shared.Clients.Head;
using Plus.Shared.Documents.Printing;
using Plus.Web.Controls;
using Plus.Web.Errors;
using Plus.Web.Language;

namespace Plus.Shared.CaseFiles.Export;

/// <summary>
/// Hands a case out: to whom and why, which parts and files, and which words of other people are covered on what ground. It is
/// looked at before the file is made. Making it is a disclosure.
/// </summary>
[RequiresPermission(CaseFilesModule.Export)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ExportPage(
    ClientHead head,
    CaseFileReader reader,
    CaseFileWords words,
    CaseFileZip zip,
    Processes processes,
    ViewLog views,
    Texts texts
) : PageModel
{
    [BindProperty]
    public ExportInput Input { get; set; } = new();

    public ClientFacts Client { get; private set; } = null!;

    public CaseFile Whole { get; private set; } = null!;

    /// <summary>What will be handed out, once it was asked to be shown.</summary>
    public IReadOnlyList<PrintedPart> Preview { get; private set; } = [];

    public Redaction Redaction { get; private set; } = Redaction.None;

    public IReadOnlyList<Choice> Audiences =>
        [.. CaseFileOrder.Audiences.Select(a => new Choice(a, texts["caseFile.for." + a]))];

    public IReadOnlyList<Choice> PartChoices =>
        [.. Whole.Parts.Select(p => new Choice(p.Code, $"{words.Heading(p)} ({p.Rows.Count})"))];

    public IReadOnlyList<Choice> FileChoices =>
        [
            .. Whole.Parts.SelectMany(p =>
                p.Rows.Where(r => r.File is not null)
                    .Select(r => new Choice(
                        r.File!.Value.ToString("D"),
                        string.Join(", ", words.Row(p.Code, r, Redaction.None).Take(3).Where(t => t.Length > 0))
                            + (r.Value is null ? "" : ", " + r.Value)
                    ))
            ),
        ];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        var people = Whole.Parts.FirstOrDefault(p => p.Code == CaseFileSources.People)?.Rows ?? [];
        Input.Parts = [.. Whole.Parts.Select(p => p.Code)];
        Input.OtherPerson = string.Join('\n', people.Select(p => p.Value).Distinct());
        // With other people around, each file is looked at before it goes along.
        Input.Files = people.Count > 0 ? [] : [.. Whole.Files.Select(f => f.File!.Value.ToString("D"))];
        return Page();
    }

    /// <summary>Shows what would be handed out.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        if (!Judge())
        {
            return this.Unfinished();
        }

        Redaction = Input.Redaction();
        Preview = words.Parts(Chosen(), Redaction);
        return Page();
    }

    /// <summary>Makes the file.</summary>
    public async Task<IActionResult> OnPostMakeAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        if (!Judge())
        {
            return this.Unfinished();
        }

        var order = new CaseFileOrder(
            Chosen(),
            Client.CaseNumber ?? "",
            Input.Audience!,
            string.IsNullOrWhiteSpace(Input.Recipient) ? null : Input.Recipient.Trim(),
            Input.Reason!.Trim(),
            Input.Redaction(),
            Input.Files.Select(f => Guid.TryParse(f, out var file) ? file : Guid.Empty).ToHashSet()
        );
        var folder = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }
        );
        try
        {
            var manifest = await zip.WriteAsync(order, folder, ct);
            await NoteAsync(order, manifest, ct);
        }
        catch
        {
            await folder.DisposeAsync();
            throw;
        }

        folder.Position = 0;
        return File(folder, "application/zip", $"{texts["caseFile.zip.name"]}-{order.CaseNumber}.zip");
    }

    // Before the first byte leaves.
    private async Task NoteAsync(CaseFileOrder order, string manifest, CancellationToken ct)
    {
        await processes.NoteAsync(
            new ProcessStart(CaseFileOrder.HandedOut)
            {
                Client = Client.Id,
                Reason = order.Recipient is null ? order.Reason : $"{order.Recipient}: {order.Reason}",
                Values = new Dictionary<string, object?>
                {
                    ["for"] = order.Audience,
                    ["files"] = order.Files.Count,
                    ["covered"] = order.Redaction.Covered.Count,
                    ["manifest"] = manifest,
                },
            },
            ct
        );
        await views.HandOutAsync(CaseFilesModule.Export, Client.Id, ct: ct);
    }

    private bool Judge()
    {
        if (Input.Audience is "court" or "institution" && string.IsNullOrWhiteSpace(Input.Recipient))
        {
            ModelState.AddModelError("Input.Recipient", "caseFile.recipientMissing");
        }

        if (Input.Audience is not null && !CaseFileOrder.Audiences.Contains(Input.Audience, StringComparer.Ordinal))
        {
            ModelState.AddModelError("Input.Audience", "caseFile.forMissing");
        }

        if (Chosen().Parts.Count == 0)
        {
            ModelState.AddModelError("Input.Parts", "caseFile.partsMissing");
        }

        return ModelState.IsValid;
    }

    private CaseFile Chosen() =>
        Whole with
        {
            Parts = [.. Whole.Parts.Where(p => Input.Parts.Contains(p.Code, StringComparer.Ordinal))],
        };

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await head.ShowAsync(new ClientId(id), CaseFilesModule.Export, "file", ct) is not { } client)
        {
            return false;
        }

        await views.ConsultAsync(CaseFilesModule.Export, client.Id, ct: ct);
        (Client, Whole) = (client, await reader.ReadAsync(client.Id, ct));
        return true;
    }
}
