using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Clients.Data.Editing;
using Plus.Shared.Clients.Records;
using Plus.Shared.Clients.Search;
using Plus.Web.Language;

namespace Plus.Shared.Clients.Data.Forms;

/// <summary>
/// Marks that the client must not meet another one. The other is chosen as one types, or without script by a code or a
/// case number that fits exactly one client within reach.
/// </summary>
internal sealed class MustNotMeetForm(ClientSearch search) : DataForm
{
    public override string Code => "mustNotMeet";

    public override ProcessType Process => ClientProcesses.MustNotMeetMarked;

    public override string Permission => ClientPermissions.MustNotMeet;

    public override string After => "/people#must-not-meet";

    public override Task<IReadOnlyList<DataField>> FieldsAsync(PlusDb db, Texts texts, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DataField>>([
            new("Other", FieldKind.Person),
            new("Reason", FieldKind.Radios)
            {
                Choices = ClientCodes.Choices("meetReason", ClientCodes.MeetReason, texts),
            },
            new("From", FieldKind.Day),
            new("Note", FieldKind.Long, Optional: true) { Longest = 2000 },
        ]);

    public override Task<Dictionary<string, string[]>?> StandingAsync(EditingClient editing, CancellationToken ct) =>
        Task.FromResult<Dictionary<string, string[]>?>(new() { ["From"] = One(editing.Today) });

    public override async Task ApplyAsync(EditingClient editing, FormAnswers answers, CancellationToken ct)
    {
        var (typed, reason, from) = (answers.Text("Other"), answers.Choice("Reason"), answers.PastDay("From"));
        var note = answers.Text("Note");
        if (answers.Errors.Count > 0)
        {
            return;
        }

        var other = await OtherAsync(typed!, answers.Raw("OtherId"), ct);
        var me = editing.Client.Id;
        if (other is null || other == me)
        {
            answers.Refuse(
                "Other",
                other is null ? "clients.data.mustNotMeet.Other.unclear" : "clients.data.mustNotMeet.Other.self"
            );
            return;
        }

        var mark = new MustNotMeet(me, other.Value, reason!, note, from!.Value);
        if (
            await editing
                .Db.Set<MustNotMeet>()
                .AnyAsync(m => m.FirstId == mark.FirstId && m.SecondId == mark.SecondId && m.To == null, ct)
        )
        {
            answers.Refuse("Other", "clients.data.mustNotMeet.Other.known");
            return;
        }

        editing.Db.Add(mark);
    }

    private async Task<ClientId?> OtherAsync(string typed, string? chosen, CancellationToken ct)
    {
        var terms = SearchTerms.Read(typed);
        var found = await search.FindAsync(terms, ClientPermissions.Search, 10, ct);
        return ClientId.TryParse(chosen, out var id) && found.Any(f => f.Id == id) ? id
            : found.Count == 1 ? found[0].Id
            : null;
    }
}
