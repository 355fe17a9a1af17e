using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Law.Identity;
using Plus.Shared.Clients.Data.Editing;
using Plus.Shared.Clients.Records;
using Plus.Web.Language;

namespace Plus.Shared.Clients.Data.Forms;

/// <summary>
/// Another identifier. A new personal code ends the present one, which stays for search. A code that another record
/// holds makes a possible duplicate: who types it may not reach that record and learns nothing of it.
/// </summary>
internal sealed class IdentifierForm : DataForm
{
    public override string Code => "identifier";

    public override ProcessType Process => ClientProcesses.IdentifierAdded;

    public override Task<IReadOnlyList<DataField>> FieldsAsync(PlusDb db, Texts texts, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DataField>>([
            new("Kind", FieldKind.Radios)
            {
                Choices = ClientCodes.Choices(
                    "identifier",
                    Enum.GetValues<IdentifierKind>().Select(CodeConversion.CodeOf),
                    texts
                ),
            },
            new("Value", FieldKind.Text) { Longest = 60 },
            new("From", FieldKind.Day, Optional: true),
            new("Source", FieldKind.Text),
        ]);

    public override async Task ApplyAsync(EditingClient editing, FormAnswers answers, CancellationToken ct)
    {
        var (kind, typed) = (answers.Choice("Kind"), answers.Text("Value"));
        var (from, source) = (answers.PastDay("From"), answers.Text("Source"));
        var isCode = kind == CodeConversion.CodeOf(IdentifierKind.PersonalCode);
        if (isCode && typed is not null)
        {
            if (!PersonalCode.TryParse(typed, out var code))
            {
                answers.Refuse("Value", "clients.data.identifier.Value.malformed");
                return;
            }

            typed = code.Digits;
        }

        if (answers.Errors.Count > 0)
        {
            return;
        }

        var client = editing.Client;
        var own = await editing.Db.Set<ClientIdentifier>().Where(i => i.ClientId == client.Id).ToListAsync(ct);
        if (own.Exists(i => i.Value == typed && CodeConversion.CodeOf(i.Kind) == kind))
        {
            answers.Refuse("Value", "clients.data.identifier.Value.known");
            return;
        }

        foreach (var old in own.Where(i => isCode && i.Kind == IdentifierKind.PersonalCode && i.To is null))
        {
            old.End((from ?? editing.Today).AddDays(-1));
        }

        editing.Db.Add(
            new ClientIdentifier(client.Id, CodeConversion.Parse<IdentifierKind>(kind!), typed!, from, source!)
        );
        await Duplicates.DuplicateDetection.NoteCodeAsync(editing.Db, editing.Staff, client.Id, typed!, ct);
    }
}
