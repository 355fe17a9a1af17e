using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Shared.Clients.Records;
using Plus.Shared.Obligations.Bans;
using Plus.Web.Controls;
using Plus.Web.Language;

namespace Plus.Shared.Clients.Data.Editing;

/// <summary>How a field is typed.</summary>
internal enum FieldKind
{
    Text,
    Long,
    Day,
    Select,
    Radios,
    Checkboxes,
    PersonalCode,
    Person,
}

/// <summary>A question of a form about a client; its label stands under <c>clients.data.&lt;form&gt;.&lt;name&gt;</c>.</summary>
internal sealed record DataField(string Name, FieldKind Kind, bool Optional = false)
{
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    public int Longest { get; init; } = 200;
}

/// <summary>What a form needs to work on a client.</summary>
internal sealed record EditingClient(
    PlusDb Db,
    StaffAccessor Staff,
    Client Client,
    Guid? Row,
    DateOnly Today,
    DateTimeOffset Now,
    Texts Texts,
    BanCheck Bans
);

/// <summary>
/// A group of questions that changes a client's record: which fields, what stands there now, how the answers are
/// written. The page, drafts, versions, refusals and the audit are the same for all.
/// </summary>
internal abstract class DataForm
{
    /// <summary>Code in addresses, drafts and text keys.</summary>
    public abstract string Code { get; }

    public abstract ProcessType Process { get; }

    public abstract Task<IReadOnlyList<DataField>> FieldsAsync(PlusDb db, Texts texts, CancellationToken ct);

    /// <summary>What stands in the fields now, as it would be typed; null when the row does not exist.</summary>
    public virtual Task<Dictionary<string, string[]>?> StandingAsync(EditingClient editing, CancellationToken ct) =>
        Task.FromResult<Dictionary<string, string[]>?>([]);

    /// <summary>What is saved now, for the comparison after a conflict, in words.</summary>
    public virtual async Task<Dictionary<string, string>> SavedAsync(EditingClient editing, CancellationToken ct) =>
        (await StandingAsync(editing, ct) ?? []).ToDictionary(s => s.Key, s => string.Join(", ", s.Value));

    /// <summary>Writes the answers into the tracked records, or says in <paramref name="answers"/> what is wrong.</summary>
    public abstract Task ApplyAsync(EditingClient editing, FormAnswers answers, CancellationToken ct);

    /// <summary>The permission of the page.</summary>
    public virtual string Permission => ClientPermissions.Edit;

    /// <summary>Where the page goes after saving, beneath the client's address.</summary>
    public virtual string After => "/data";

    /// <summary>Named values for the history line.</summary>
    public virtual IReadOnlyDictionary<string, object?>? Values(FormAnswers answers) => null;

    /// <summary>Questions that only an answer brings up: shown with what stands against the form.</summary>
    public virtual IReadOnlyList<DataField> MoreFields(FormAnswers answers, Texts texts) => [];

    protected static string[] One(string? value) => value is null ? [] : [value];

    protected static string[] One(DateOnly? day) =>
        day is { } d ? [d.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture)] : [];
}
