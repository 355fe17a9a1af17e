using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Shared.Clients.Data.Editing;
using Plus.Shared.Clients.Records;
using Plus.Shared.Obligations.Bans;
using Plus.Shared.Organisation.Records;
using Plus.Web.Controls;
using Plus.Web.Language;

namespace Plus.Shared.Clients.Data.Forms;

/// <summary>Another address. The latest of its kind is the present one; the ones before it stay as history.</summary>
internal sealed class AddressForm : DataForm
{
    // The address of a person is a fact: whoever asked about a ban it meets writes it down.
    private const string Asked = "BanKnown";

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

        if (await RefuseAsync(editing, answers, text!, territory, asOf!.Value, ct))
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

    public override IReadOnlyList<DataField> MoreFields(FormAnswers answers, Texts texts) =>
        answers.Errors.TryGetValue("Text", out var met) && met.StartsWith("obligations.ban.", StringComparison.Ordinal)
            ?
            [
                new(Asked, FieldKind.Checkboxes, Optional: true)
                {
                    Choices = [new Choice("true", texts["obligations.ban.known"])],
                },
            ]
            : [];

    private static async Task<bool> RefuseAsync(
        EditingClient editing,
        FormAnswers answers,
        string text,
        string? territory,
        DateOnly asOf,
        CancellationToken ct
    )
    {
        // The answer is written in the audit at once; the version that was shown is expected again afterwards.
        var version = editing.Db.Entry(editing.Client).Property(c => c.Version);
        var shown = version.OriginalValue;
        version.OriginalValue = version.CurrentValue;
        var refusal = await editing.Bans.RefuseAsync(
            new CheckedPlace(editing.Client.Id, "clientAddress", asOf, text, territory),
            "Text",
            answers.Raw(Asked) == "true",
            isFact: true,
            ct
        );
        version.OriginalValue = shown;
        if (refusal is ConflictsWithBan met)
        {
            answers.Refuse("Text", met.Answer.Message);
        }

        return refusal is not null;
    }

    public override IReadOnlyDictionary<string, object?> Values(FormAnswers answers) =>
        new Dictionary<string, object?> { ["kind"] = answers.Raw("Kind") };
}
