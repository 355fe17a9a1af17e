using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Shared.Clients.Data.Editing;
using Plus.Web.Language;

namespace Plus.Shared.Clients.Data.Forms;

/// <summary>What staff must know before meeting the client; an emptied field takes the warning away.</summary>
internal sealed class RiskForm : DataForm
{
    public override string Code => "risk";

    public override ProcessType Process => ClientProcesses.RiskChanged;

    public override Task<IReadOnlyList<DataField>> FieldsAsync(PlusDb db, Texts texts, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DataField>>([new("Risk", FieldKind.Long, Optional: true) { Longest = 2000 }]);

    public override Task<Dictionary<string, string[]>?> StandingAsync(EditingClient editing, CancellationToken ct) =>
        Task.FromResult<Dictionary<string, string[]>?>(new() { ["Risk"] = One(editing.Client.RiskToStaff) });

    public override Task ApplyAsync(EditingClient editing, FormAnswers answers, CancellationToken ct)
    {
        var risk = answers.Text("Risk");
        if (answers.Errors.Count == 0)
        {
            editing.Client.WarnStaff(risk);
        }

        return Task.CompletedTask;
    }
}
