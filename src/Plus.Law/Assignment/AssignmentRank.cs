using Plus.Law.Rules;

namespace Plus.Law.Assignment;

/// <summary>What a case asks of who takes it over.</summary>
/// <param name="SexualOffence">A sexual offence now or in an earlier conviction.</param>
/// <param name="Age">The client's age in whole years.</param>
public sealed record AssignmentCase(bool SexualOffence, int Age);

/// <summary>Somebody who may take a case over.</summary>
/// <param name="Reference">The caller's key.</param>
/// <param name="OpenSections">Sections the person carries out now.</param>
/// <param name="Trainings">Codes of <see cref="StaffTrainings.Kinds"/> whose training is valid.</param>
/// <param name="ManagesOther">Carries out another open section of the client.</param>
/// <param name="ManagedBefore">Carried a section of the client out earlier.</param>
/// <param name="AwayUntil">Last day of an absence that runs; null when the person is here.</param>
public sealed record AssignmentCandidate(
    string Reference,
    int OpenSections,
    IReadOnlyCollection<string> Trainings,
    bool ManagesOther,
    bool ManagedBefore,
    DateOnly? AwayUntil
);

/// <summary>What speaks for or against a person; texts <c>law.assignment_mark.&lt;code&gt;</c>.</summary>
public sealed record AssignmentMark(string Code, bool Speaks);

/// <summary>A person in the order in which they are proposed.</summary>
/// <param name="Refused">The rule of the Service stands against the choice.</param>
public sealed record RankedCandidate(AssignmentCandidate Candidate, IReadOnlyList<AssignmentMark> Marks, bool Refused);

/// <summary>
/// Who is proposed for a case. One rule refuses: sexual offences go to trained people alone. The others order: first who is
/// here, then who has another section of the client, then who is trained for the client's age, then who knew the client,
/// then who has the least to do. Each says so in a mark, so that the head can choose otherwise and say why.
/// </summary>
public static class AssignmentRank
{
    public const string Untrained = "untrained";
    public const string Away = "away";
    public const string OtherSection = "other_section";
    public const string TrainedForOffence = "trained_for_offence";
    public const string TrainedForAge = "trained_for_age";
    public const string KnewClient = "knew_client";
    public const string LeastLoad = "least_load";

    public static IReadOnlyList<string> Marks { get; } =
    [Untrained, Away, OtherSection, TrainedForOffence, TrainedForAge, KnewClient, LeastLoad];

    public static IReadOnlyList<RankedCandidate> Of(
        AssignmentCase wanted,
        IReadOnlyCollection<AssignmentCandidate> candidates,
        DateOnly today,
        LegalParameters parameters
    )
    {
        var least = candidates.Where(c => c.AwayUntil is null).Select(c => c.OpenSections).DefaultIfEmpty(0).Min();
        var young = StaffTrainings.Wanted(wanted.Age, false, today, parameters);
        return
        [
            .. candidates
                .Select(c => new RankedCandidate(
                    c,
                    MarksOf(wanted, c, young, least),
                    IsRefused(wanted.SexualOffence, c.Trainings, today, parameters)
                ))
                .OrderBy(r => r.Refused)
                .ThenBy(r => r.Candidate.AwayUntil is not null)
                .ThenByDescending(r => r.Candidate.ManagesOther)
                .ThenByDescending(r => IsTrainedFor(young, r.Candidate))
                .ThenByDescending(r => r.Candidate.ManagedBefore)
                .ThenBy(r => r.Candidate.OpenSections)
                .ThenBy(r => r.Candidate.Reference, StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether the rule of the Service stands against a person for a case.</summary>
    public static bool IsRefused(
        bool sexualOffence,
        IReadOnlyCollection<string> trainings,
        DateOnly today,
        LegalParameters parameters
    ) =>
        sexualOffence
        && !trainings.Contains(StaffTrainings.SexualOffence)
        && parameters.Get(ParameterCodes.SexualOffenceNeedsTraining, today).IsYes;

    private static bool IsTrainedFor(IReadOnlyList<string> young, AssignmentCandidate candidate) =>
        young.Count > 0 && young.All(candidate.Trainings.Contains);

    private static List<AssignmentMark> MarksOf(
        AssignmentCase wanted,
        AssignmentCandidate candidate,
        IReadOnlyList<string> young,
        int least
    )
    {
        var marks = new List<AssignmentMark>();
        void Mark(bool holds, string code, bool speaks)
        {
            if (holds)
            {
                marks.Add(new AssignmentMark(code, speaks));
            }
        }

        var trained = candidate.Trainings.Contains(StaffTrainings.SexualOffence);
        Mark(wanted.SexualOffence && !trained, Untrained, false);
        Mark(candidate.AwayUntil is not null, Away, false);
        Mark(candidate.ManagesOther, OtherSection, true);
        Mark(wanted.SexualOffence && trained, TrainedForOffence, true);
        Mark(IsTrainedFor(young, candidate), TrainedForAge, true);
        Mark(candidate.ManagedBefore && !candidate.ManagesOther, KnewClient, true);
        Mark(candidate.AwayUntil is null && candidate.OpenSections == least, LeastLoad, true);
        return marks;
    }
}
