using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Shared.Access;
using Plus.Shared.Clients.Data.Editing;
using Plus.Shared.Clients.Records;
using Plus.Web.Controls;
using Plus.Web.Language;

namespace Plus.Shared.Clients.Data.Forms;

/// <summary>
/// Disability and what else of health matters for the work. What was answered goes into no history line, which others read.
/// </summary>
internal sealed class HealthForm : DataForm
{
    public override string Code => "health";

    public override string Permission => ClientPermissions.EditHealth;

    public override ProcessType Process => ClientProcesses.HealthChanged;

    /// <summary>The latest of what was written down; null when nothing was, or for who may not know.</summary>
    public static Task<ClientHealth?> LatestAsync(PlusDb db, Kernel.Ids.ClientId client, CancellationToken ct) =>
        db.Set<ClientHealth>()
            .AsNoTracking()
            .Where(h => h.ClientId == client)
            .OrderByDescending(h => h.RecordedAt)
            .ThenByDescending(h => h.Id)
            .FirstOrDefaultAsync(ct);

    public override Task<IReadOnlyList<DataField>> FieldsAsync(PlusDb db, Texts texts, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DataField>>([
            new("Disability", FieldKind.Select, Optional: true)
            {
                Choices =
                [
                    .. new[] { "1", "2", "3" }.Select(g => new Choice(g, texts["clients.disability", ("group", g)])),
                ],
            },
            new("Limits", FieldKind.Long, Optional: true) { Longest = 2000 },
        ]);

    public override async Task<Dictionary<string, string[]>?> StandingAsync(EditingClient editing, CancellationToken ct)
    {
        if (!editing.Staff.Current.May(SpecialCategories.Health))
        {
            return null;
        }

        var known = await LatestAsync(editing.Db, editing.Client.Id, ct);
        return new()
        {
            ["Disability"] = One(known?.DisabilityGroup?.ToString(CultureInfo.InvariantCulture)),
            ["Limits"] = One(known?.Limits),
        };
    }

    public override async Task ApplyAsync(EditingClient editing, FormAnswers answers, CancellationToken ct)
    {
        var (chosen, limits) = (answers.Choice("Disability"), answers.Text("Limits"));
        if (answers.Errors.Count > 0)
        {
            return;
        }

        int? group = chosen is null ? null : int.Parse(chosen, CultureInfo.InvariantCulture);
        var known = await LatestAsync(editing.Db, editing.Client.Id, ct);
        var written = new ClientHealth(editing.Client.Id, group, limits, editing.Now);
        if ((known?.DisabilityGroup, known?.Limits) != (written.DisabilityGroup, written.Limits))
        {
            editing.Db.Add(written);
        }
    }
}
