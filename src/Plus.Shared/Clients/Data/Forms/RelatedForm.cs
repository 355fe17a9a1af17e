using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Law.Identity;
using Plus.Shared.Clients.Data.Editing;
using Plus.Shared.Clients.Records;
using Plus.Web.Controls;
using Plus.Web.Language;

namespace Plus.Shared.Clients.Data.Forms;

/// <summary>A person around the client: a new one, or a known one changed.</summary>
internal sealed class RelatedForm : DataForm
{
    public override string Code => "related";

    public override ProcessType Process => ClientProcesses.PersonChanged;

    public override string After => "/people";

    public override Task<IReadOnlyList<DataField>> FieldsAsync(PlusDb db, Texts texts, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DataField>>([
            new("Relation", FieldKind.Select)
            {
                Choices = ClientCodes.Choices("relation", ClientCodes.Relation, texts),
            },
            new("GivenName", FieldKind.Text),
            new("Surname", FieldKind.Text),
            new("Representative", FieldKind.Checkboxes, Optional: true)
            {
                Choices = [new Choice("yes", texts["clients.data.related.Representative.yes"])],
            },
            new("Code", FieldKind.PersonalCode, Optional: true),
            new("BirthDate", FieldKind.Day, Optional: true),
            new("Phone", FieldKind.Text, Optional: true) { Longest = 60 },
            new("Email", FieldKind.Text, Optional: true) { Longest = 254 },
        ]);

    public override async Task<Dictionary<string, string[]>?> StandingAsync(EditingClient editing, CancellationToken ct)
    {
        if (editing.Row is null)
        {
            return [];
        }

        return await FindAsync(editing, ct) is { } person
            ? new()
            {
                ["Relation"] = One(person.Relation),
                ["GivenName"] = One(person.GivenName),
                ["Surname"] = One(person.Surname),
                ["Representative"] = person.IsLegalRepresentative ? ["yes"] : [],
                ["Code"] = One(
                    PersonalCode.TryParse(person.PersonalCode, out var code) ? code.Format() : person.PersonalCode
                ),
                ["BirthDate"] = One(person.BirthDate),
                ["Phone"] = One(person.Phone),
                ["Email"] = One(person.Email),
            }
            : null;
    }

    public override async Task ApplyAsync(EditingClient editing, FormAnswers answers, CancellationToken ct)
    {
        var relation = answers.Choice("Relation");
        var (given, surname) = (answers.Text("GivenName"), answers.Text("Surname"));
        var (typedCode, born) = (answers.Text("Code"), answers.PastDay("BirthDate"));
        var (phone, email) = (answers.Text("Phone"), answers.Text("Email"));
        var represents = answers.Codes("Representative").Length > 0;
        PersonalCode? code = null;
        if (typedCode is not null && !PersonalCode.TryParse(typedCode, out code))
        {
            answers.Refuse("Code", "clients.data.identifier.Value.malformed");
        }

        if (answers.Errors.Count > 0)
        {
            return;
        }

        var person = editing.Row is null ? null : await FindAsync(editing, ct);
        if (person is null)
        {
            person = new RelatedPerson(editing.Client.Id, relation!, given!, surname!, represents);
            editing.Db.Add(person);
        }

        person.Describe(relation!, given!, surname!, represents);
        person.IdentifiedBy(code?.Digits, born);
        person.ReachableBy(phone, email);
    }

    private static Task<RelatedPerson?> FindAsync(EditingClient editing, CancellationToken ct) =>
        editing
            .Db.Set<RelatedPerson>()
            .SingleOrDefaultAsync(p => p.Id == editing.Row && p.ClientId == editing.Client.Id && p.To == null, ct);
}
