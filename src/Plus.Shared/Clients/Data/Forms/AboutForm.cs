using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Shared.Clients.Data.Editing;
using Plus.Web.Controls;
using Plus.Web.Language;

namespace Plus.Shared.Clients.Data.Forms;

/// <summary>Birth date, sex, citizenship, languages, interpreter, death.</summary>
internal sealed class AboutForm : DataForm
{
    public override string Code => "about";

    public override ProcessType Process => ClientProcesses.Described;

    public override Task<IReadOnlyList<DataField>> FieldsAsync(PlusDb db, Texts texts, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DataField>>([
            new("BirthDate", FieldKind.Day),
            new("Sex", FieldKind.Radios, Optional: true)
            {
                Choices = ClientCodes.Choices("sex", ClientCodes.Sex, texts),
            },
            new("Citizenship", FieldKind.Text, Optional: true) { Longest = 40 },
            new("Languages", FieldKind.Checkboxes, Optional: true)
            {
                Choices = ClientCodes.Choices("language", ClientCodes.Language, texts),
            },
            new("Interpreter", FieldKind.Checkboxes, Optional: true)
            {
                Choices = [new Choice("yes", texts["clients.data.about.Interpreter.yes"])],
            },
            new("DiedOn", FieldKind.Day, Optional: true),
        ]);

    public override Task<Dictionary<string, string[]>?> StandingAsync(EditingClient editing, CancellationToken ct)
    {
        var client = editing.Client;
        return Task.FromResult<Dictionary<string, string[]>?>(
            new()
            {
                ["BirthDate"] = One(client.BirthDate),
                ["Sex"] = One(client.Sex),
                ["Citizenship"] = One(client.Citizenship),
                ["Languages"] = client.Languages,
                ["Interpreter"] = client.NeedsInterpreter ? ["yes"] : [],
                ["DiedOn"] = One(client.DiedOn),
            }
        );
    }

    public override Task ApplyAsync(EditingClient editing, FormAnswers answers, CancellationToken ct)
    {
        var (born, died, sex) = (answers.PastDay("BirthDate"), answers.PastDay("DiedOn"), answers.Choice("Sex"));
        var citizenship = answers.Text("Citizenship")?.ToUpperInvariant();
        if (citizenship is not null && (citizenship.Length != 3 || !citizenship.All(char.IsAsciiLetterUpper)))
        {
            answers.Refuse("Citizenship", "clients.data.about.Citizenship.malformed");
        }

        if (born is { } b && (b < answers.Today.AddYears(-120) || died < b))
        {
            answers.Refuse(died < b ? "DiedOn" : "BirthDate", "clients.data.about.BirthDate.impossible");
        }

        if (answers.Errors.Count == 0)
        {
            // A language that is not on the list came with a document and is kept.
            var languages = answers
                .Codes("Languages")
                .Concat(editing.Client.Languages.Where(l => !ClientCodes.Language.Contains(l)))
                .ToArray();
            editing.Client.Correct(born!.Value, sex);
            if (!languages.SequenceEqual(editing.Client.Languages))
            {
                editing.Client.Describe(citizenship, languages, editing.Client.NeedsInterpreter);
            }

            editing.Client.Describe(citizenship, editing.Client.Languages, answers.Codes("Interpreter").Length > 0);
            editing.Client.Died(died);
        }

        return Task.CompletedTask;
    }
}
