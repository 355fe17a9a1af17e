using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Law.Calendar;
using Plus.Law.Rules;
using Plus.Shared.Rules.Current;
using Plus.Shared.Rules.Effects;
using Plus.Shared.Rules.Records;

namespace Plus.Shared.Rules.Parameters;

/// <summary>An administrator sets a parameter from a day on, over the delivered value; first seen, then done.</summary>
internal sealed class SetParameterHandler(PlusDb db, StaffAccessor staff, RuleEffect effects, RuleChange change)
{
    public static readonly ProcessType Set = new("rules.parameterSet");

    /// <summary>What it would change; nothing is saved.</summary>
    public async Task<Outcome<EffectOfRules>> PreviewAsync(NewParameter given, CancellationToken ct)
    {
        var made = Make(given);
        if (!made.Done)
        {
            return made.Refusal;
        }

        return await effects.OfAsync(await RulesWithAsync(made.Value, ct), RulesModule.Change, ct);
    }

    public async Task<Outcome<int>> SetAsync(NewParameter given, CancellationToken ct)
    {
        var made = Make(given);
        if (!made.Done)
        {
            return made.Refusal;
        }

        var start = new ProcessStart(Set)
        {
            Subject = made.Value.Id,
            OnDay = made.Value.From,
            Reason = made.Value.Reason,
            LegalBasis = made.Value.Act + ", " + made.Value.Article,
            Values = new Dictionary<string, object?>
            {
                ["parameter"] = made.Value.Code,
                ["value"] = made.Value.Value,
                ["from"] = made.Value.From,
            },
        };
        return await change.CommitAsync(
            start,
            await RulesWithAsync(made.Value, ct),
            _ =>
            {
                db.Add(made.Value);
                return Task.FromResult<Refusal?>(null);
            },
            ct
        );
    }

    private Outcome<ParameterOverride> Make(NewParameter given)
    {
        if (!LegalParameters.Embedded.Codes.Contains(given.Code, StringComparer.Ordinal))
        {
            return new NoSuchRecord();
        }

        if (!WorkingCalendar.Holds(given.From))
        {
            return new ParameterFromOutOfRange();
        }

        var value = ParameterValue.Read(LegalParameters.Embedded.History(given.Code)[0], given.Value, given.Choices);
        return value.Done
            ? new ParameterOverride(
                given.Code,
                value.Value,
                given.From,
                given.Confirmed,
                given.Act.Trim(),
                given.Article.Trim(),
                given.Reason.Trim(),
                staff.Current.Id
            )
            : value.Refusal;
    }

    private async Task<RuleSet> RulesWithAsync(ParameterOverride added, CancellationToken ct)
    {
        var held = await db.Set<ParameterOverride>().AsNoTracking().Where(p => p.WithdrawnAt == null).ToListAsync(ct);
        var days = await db.Set<CalendarDay>().AsNoTracking().ToListAsync(ct);
        return CurrentRules.Combine([.. held, added], days);
    }
}

/// <param name="Choices">Codes allowed where the parameter holds a choice.</param>
internal sealed record NewParameter(
    string Code,
    string Value,
    DateOnly From,
    bool Confirmed,
    string Act,
    string Article,
    string Reason,
    IReadOnlyCollection<string> Choices
);

/// <summary>PLUS holds a calendar from 2005 to 2035 and nothing beyond.</summary>
internal sealed record ParameterFromOutOfRange() : Refusal("rules.parameter.fromOutOfRange")
{
    public override string Field => "From";
}
