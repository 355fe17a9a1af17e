using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Shared.Clients.Data.Editing;
using Plus.Shared.Clients.Records;
using Plus.Web.Language;

namespace Plus.Shared.Clients.Data.Forms;

/// <summary>Another name. The name of the latest document is the present one, whenever it was typed.</summary>
internal sealed class NameForm : DataForm
{
    public override string Code => "name";

    public override ProcessType Process => ClientProcesses.NameAdded;

    public override Task<IReadOnlyList<DataField>> FieldsAsync(PlusDb db, Texts texts, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DataField>>([
            new("GivenName", FieldKind.Text),
            new("Surname", FieldKind.Text),
            new("AsOf", FieldKind.Day),
            new("Source", FieldKind.Text),
        ]);

    public override Task<Dictionary<string, string[]>?> StandingAsync(EditingClient editing, CancellationToken ct) =>
        Task.FromResult<Dictionary<string, string[]>?>(
            new() { ["GivenName"] = One(editing.Client.GivenName), ["Surname"] = One(editing.Client.Surname) }
        );

    public override async Task ApplyAsync(EditingClient editing, FormAnswers answers, CancellationToken ct)
    {
        var (given, surname) = (answers.Text("GivenName"), answers.Text("Surname"));
        var (asOf, source) = (answers.PastDay("AsOf"), answers.Text("Source"));
        if (answers.Errors.Count > 0)
        {
            return;
        }

        var client = editing.Client;
        var known = editing.Db.Set<ClientName>().Where(n => n.ClientId == client.Id);
        if (!await known.AnyAsync(ct))
        {
            // The present name becomes history before it is replaced.
            editing.Db.Add(
                new ClientName(
                    client.Id,
                    client.GivenName,
                    client.Surname,
                    DateOnly.FromDateTime(client.CreatedAt.UtcDateTime),
                    source!
                )
            );
        }

        if (!await known.AnyAsync(n => n.AsOf > asOf, ct))
        {
            client.Name(given!, surname!);
        }

        editing.Db.Add(new ClientName(client.Id, given!, surname!, asOf!.Value, source!));
    }
}
