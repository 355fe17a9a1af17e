using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Storage;
using Plus.Law;
using Plus.Law.Calendar;
using Plus.Law.Rules;
using Plus.Shared.Rules.Records;

namespace Plus.Shared.Rules.Current;

/// <summary>
/// The legal parameters and the calendar as this Service has them now: what is delivered, and over it what an
/// administrator set. Read once a request.
/// </summary>
public sealed class CurrentRules(PlusDb db)
{
    private RuleSet? _read;

    public async Task<RuleSet> ReadAsync(CancellationToken ct = default) => _read ??= await LoadAsync(ct);

    /// <summary>Reads anew next time: after this request changed a parameter or a day.</summary>
    public void Forget() => _read = null;

    private async Task<RuleSet> LoadAsync(CancellationToken ct)
    {
        var overrides = await db.Set<ParameterOverride>()
            .AsNoTracking()
            .Where(p => p.WithdrawnAt == null)
            .ToListAsync(ct);
        var days = await db.Set<CalendarDay>().AsNoTracking().ToListAsync(ct);
        return Combine(overrides, days);
    }

    /// <summary>The set that would hold with these overrides (of two from the same day the newer one) and days; also for showing an effect before it is saved.</summary>
    public static RuleSet Combine(IEnumerable<ParameterOverride> overrides, IEnumerable<CalendarDay> days)
    {
        var embedded = LegalParameters.Embedded;
        return new RuleSet(
            embedded.With(overrides.OrderByDescending(o => o.Id).Select(o => AsParameter(embedded, o))),
            new WorkingCalendar(days.Select(d => new CalendarException(d.Day, d.Kind, d.Reason)))
        );
    }

    private static LegalParameter AsParameter(LegalParameters embedded, ParameterOverride set)
    {
        var delivered = embedded.History(set.Code)[0];
        return delivered with
        {
            Value = delivered.Value is null ? null : decimal.Parse(set.Value, CultureInfo.InvariantCulture),
            Text = delivered.Value is null ? set.Value : null,
            ValidFrom = set.From,
            ValidTo = null,
            Act = set.Act,
            Article = set.Article,
            Standing = set.Confirmed ? Standing.Confirmed : Standing.Unverified,
        };
    }
}

/// <summary>Parameters and calendar together.</summary>
public sealed record RuleSet(LegalParameters Parameters, WorkingCalendar Calendar);
