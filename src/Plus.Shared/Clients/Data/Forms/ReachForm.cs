using System.Net.Mail;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Shared.Clients.Data.Editing;
using Plus.Shared.Clients.Records;
using Plus.Web.Language;

namespace Plus.Shared.Clients.Data.Forms;

/// <summary>A phone, an e-mail or the official e-address, with the day of the consent to be served through it.</summary>
internal sealed class ReachForm : DataForm
{
    public override string Code => "reach";

    public override ProcessType Process => ClientProcesses.ReachAdded;

    public override Task<IReadOnlyList<DataField>> FieldsAsync(PlusDb db, Texts texts, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DataField>>([
            new("Kind", FieldKind.Radios)
            {
                Choices = ClientCodes.Choices(
                    "reach",
                    Enum.GetValues<ReachKind>().Select(CodeConversion.CodeOf),
                    texts
                ),
            },
            new("Value", FieldKind.Text) { Longest = 254 },
            new("ConsentOn", FieldKind.Day, Optional: true),
            new("Source", FieldKind.Text),
        ]);

    public override Task ApplyAsync(EditingClient editing, FormAnswers answers, CancellationToken ct)
    {
        var (kindCode, value) = (answers.Choice("Kind"), answers.Text("Value"));
        var (consent, source) = (answers.PastDay("ConsentOn"), answers.Text("Source"));
        ReachKind? kind = kindCode is null ? null : CodeConversion.Parse<ReachKind>(kindCode);
        if (kind == ReachKind.Phone && value is not null && ClientReach.PhoneKey(value).Length < 7)
        {
            answers.Refuse("Value", "clients.data.reach.Value.phone");
        }

        if (kind == ReachKind.Email && value is not null && !MailAddress.TryCreate(value, out _))
        {
            answers.Refuse("Value", "web.error.email");
        }

        if (kind == ReachKind.Phone && consent is not null)
        {
            answers.Refuse("ConsentOn", "clients.data.reach.ConsentOn.phone");
        }

        if (answers.Errors.Count == 0)
        {
            var reach = new ClientReach(editing.Client.Id, kind!.Value, value!, editing.Today, source!);
            if (consent is { } on)
            {
                reach.Consent(on);
            }

            editing.Db.Add(reach);
        }

        return Task.CompletedTask;
    }

    public override IReadOnlyDictionary<string, object?> Values(FormAnswers answers) =>
        new Dictionary<string, object?> { ["kind"] = answers.Raw("Kind") };
}
