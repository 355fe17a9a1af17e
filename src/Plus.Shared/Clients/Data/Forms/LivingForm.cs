using System.Globalization;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Shared.Clients.Data.Editing;
using Plus.Web.Language;

namespace Plus.Shared.Clients.Data.Forms;

/// <summary>Education, employment, dependants.</summary>
internal sealed class LivingForm : DataForm
{
    public override string Code => "living";

    public override ProcessType Process => ClientProcesses.LivingChanged;

    public override Task<IReadOnlyList<DataField>> FieldsAsync(PlusDb db, Texts texts, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DataField>>([
            new("Education", FieldKind.Select, Optional: true)
            {
                Choices = ClientCodes.Choices("education", ClientCodes.Education, texts),
            },
            new("Employment", FieldKind.Select, Optional: true)
            {
                Choices = ClientCodes.Choices("employment", ClientCodes.Employment, texts),
            },
            new("Dependants", FieldKind.Text, Optional: true) { Longest = 2 },
        ]);

    public override Task<Dictionary<string, string[]>?> StandingAsync(EditingClient editing, CancellationToken ct)
    {
        var client = editing.Client;
        return Task.FromResult<Dictionary<string, string[]>?>(
            new()
            {
                ["Education"] = One(client.Education),
                ["Employment"] = One(client.Employment),
                ["Dependants"] = One(client.Dependants?.ToString(CultureInfo.InvariantCulture)),
            }
        );
    }

    public override Task ApplyAsync(EditingClient editing, FormAnswers answers, CancellationToken ct)
    {
        var (education, employment) = (answers.Choice("Education"), answers.Choice("Employment"));
        var dependants = answers.Number("Dependants", 30);
        if (answers.Errors.Count == 0)
        {
            editing.Client.LivesWith(education, employment, dependants);
        }

        return Task.CompletedTask;
    }
}
