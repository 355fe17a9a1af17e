using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Shared.Clients.Data.Editing;
using Plus.Shared.Clients.Records;
using Plus.Shared.Organisation.Records;
using Plus.Web.Controls;
using Plus.Web.Language;

namespace Plus.Shared.Clients.Data.Forms;

/// <summary>Another address. The latest of its kind is the present one; the ones before it stay as history.</summary>
internal sealed class AddressForm : DataForm
{
    public override string Code => "address";

    public override ProcessType Process => ClientProcesses.AddressAdded;

    public override async Task<IReadOnlyList<DataField>> FieldsAsync(PlusDb db, Texts texts, CancellationToken ct)
    {
        var territories = await db.Set<Territory>()
            .AsNoTracking()
            .Where(t => t.To == null)
            .OrderBy(t => t.Code)
            .ToListAsync(ct);
        return
        [
            new("Kind", FieldKind.Radios)
            {
                Choices = ClientCodes.Choices(
                    "address",
                    Enum.GetValues<AddressKind>().Select(CodeConversion.CodeOf),
                    texts
                ),
            },
            new("Territory", FieldKind.Select, Optional: true)
            {
                Choices = [.. territories.Select(t => new Choice(t.Code, t.Name))],
            },
            new("Text", FieldKind.Text) { Longest = 500 },
            new("AsOf", FieldKind.Day),
            new("Source", FieldKind.Text),
        ];
    }

    public override async Task ApplyAsync(EditingClient editing, FormAnswers answers, CancellationToken ct)
    {
        var (kindCode, territory, text) = (answers.Choice("Kind"), answers.Choice("Territory"), answers.Text("Text"));
        var (asOf, source) = (answers.PastDay("AsOf"), answers.Text("Source"));
        if (answers.Errors.Count > 0)
        {
            return;
        }

        var kind = CodeConversion.Parse<AddressKind>(kindCode!);
        var standing = await editing
            .Db.Set<ClientAddress>()
            .Where(a => a.ClientId == editing.Client.Id && a.Kind == kind)
            .ToListAsync(ct);
        var added = new ClientAddress(editing.Client.Id, kind, territory, text!, asOf!.Value, source!);
        if (standing.Exists(a => a.AsOf > asOf))
        {
            added.End(standing.Where(a => a.AsOf > asOf).Min(a => a.AsOf).AddDays(-1));
        }

        foreach (var earlier in standing.Where(a => a.To is null && a.AsOf <= asOf))
        {
            earlier.End(asOf.Value > earlier.AsOf ? asOf.Value.AddDays(-1) : asOf.Value);
        }

        editing.Db.Add(added);
    }

    public override IReadOnlyDictionary<string, object?> Values(FormAnswers answers) =>
        new Dictionary<string, object?> { ["kind"] = answers.Raw("Kind") };
}
