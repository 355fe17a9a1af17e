using Plus.Kernel.Ids;
using Plus.Law.Assignment;
using Plus.Shared.Access.Trainings;
using Plus.Shared.Rules.Current;
using Plus.Web.Controls;
using Plus.Web.Language;

namespace Plus.Shared.Cases.Transfers;

/// <summary>What the clients of a hand-over ask of who takes them, and who has it.</summary>
internal sealed record TrainedChoice(
    IReadOnlyList<string> Wanted,
    IReadOnlyDictionary<StaffId, IReadOnlySet<string>> Valid
)
{
    public static readonly TrainedChoice None = new([], new Dictionary<StaffId, IReadOnlySet<string>>());

    /// <summary>Kinds of training that somebody lacks for these clients.</summary>
    public IReadOnlyList<string> Lacking(StaffId person) =>
        Valid.TryGetValue(person, out var valid) ? [.. Wanted.Where(w => !valid.Contains(w))] : Wanted;
}

/// <summary>
/// Proposes those trained for the clients who are handed over: clients from eleven to twenty-five, clients of sexual
/// offences. Others can still be chosen; the head says why.
/// </summary>
internal sealed class TrainedReceivers(StaffCompetence competence, CurrentRules rules, Texts texts)
{
    public async Task<TrainedChoice> ReadAsync(IEnumerable<HandOverLine> lines, DateOnly today, CancellationToken ct)
    {
        var parameters = (await rules.ReadAsync(ct)).Parameters;
        List<string> wanted =
        [
            .. lines
                .SelectMany(l => StaffTrainings.Wanted(AgeOn(l.BirthDate, today), l.SexualOffence, today, parameters))
                .Distinct(),
        ];
        return wanted.Count == 0
            ? TrainedChoice.None
            : new TrainedChoice(wanted, await competence.ValidAsync(today, ct));
    }

    /// <summary>The people who can take the sections, those with all trainings first, each with what they have of them.</summary>
    public IReadOnlyList<Choice> Proposed(IReadOnlyList<Choice> people, TrainedChoice trained) =>
        trained.Wanted.Count == 0
            ? people
            :
            [
                .. people
                    .Select(p =>
                        (
                            Choice: p,
                            Lacking: StaffId.TryParse(p.Value, out var id) ? trained.Lacking(id) : trained.Wanted
                        )
                    )
                    .OrderBy(p => p.Lacking.Count)
                    .Select(p =>
                        p.Lacking.Count == 0
                            ? new Choice(p.Choice.Value, texts["cases.transfer.trained", ("name", p.Choice.Text)])
                            : p.Choice
                    ),
            ];

    /// <summary>Kinds in words.</summary>
    public string Words(IEnumerable<string> kinds) =>
        string.Join(", ", kinds.Select(k => texts["law.staff_training." + k]));

    private static int? AgeOn(DateOnly? born, DateOnly day)
    {
        if (born is not { } birth)
        {
            return null;
        }

        var years = day.Year - birth.Year;
        return birth.AddYears(years) > day ? years - 1 : years;
    }
}
