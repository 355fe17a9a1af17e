using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Rules;
using Plus.Shared.Obligations.Records;
using Plus.Shared.Rules.Current;

namespace Plus.Shared.Obligations.Bans;

/// <summary>
/// Holds a place of a supervised person against the bans on contact and on places. Each answer that finds a conflict is
/// written in the audit, so that a hunt for an address leaves its trace. Asked before anything is changed.
/// </summary>
public sealed class BanCheck
{
    public static readonly ProcessType Answered = new("obligations.banAnswered");

    private readonly PlusDb _db;
    private readonly StaffAccessor _staff;
    private readonly Processes _processes;
    private readonly CurrentRules _rules;
    private readonly PlusClock _clock;
    private readonly BanAsking _asking;

    public BanCheck(PlusDb db, StaffAccessor staff, Processes processes, CurrentRules rules, PlusClock clock)
    {
        (_db, _staff, _processes, _rules, _clock) = (db, staff, processes, rules, clock);
        _asking = new BanAsking(db, staff, clock);
    }

    /// <summary>The refusal to give, or null when the place meets no ban or may stand nevertheless.</summary>
    /// <param name="known">The person says to have asked, or, with the permission, to have decided.</param>
    /// <param name="isFact">It is so already (an address, a job) and must be written down once it was asked about; else
    /// only who may read victims' data lets it stand.</param>
    public async Task<Refusal?> RefuseAsync(
        CheckedPlace place,
        string field,
        bool known,
        bool isFact,
        CancellationToken ct
    ) =>
        await AnswerAsync(place, known, ct) is { } answer && !(known && (isFact || answer.MayDecide))
            ? new ConflictsWithBan(answer, field)
            : null;

    /// <summary>The answer, written in the audit; null when the place meets no ban.</summary>
    public async Task<BanAnswer?> AnswerAsync(CheckedPlace place, bool known, CancellationToken ct)
    {
        if (place.IsEmpty)
        {
            return null;
        }

        var (met, ask) = await FindAsync(place, ct);
        if (met.Count == 0)
        {
            return null;
        }

        var decides = _staff.Current.May(ObligationsModule.Protect);
        var start = new ProcessStart(Answered)
        {
            Client = place.Client,
            Section = met[0].Section,
            Values = new Dictionary<string, object?> { ["where"] = place.Where, ["known"] = known ? "yes" : "no" },
        };
        if (known && decides)
        {
            await DecideAsync(place, met, start, ct);
        }
        else
        {
            await _processes.NoteAsync(start, ct);
        }

        return new BanAnswer(ask, decides);
    }

    // Who knows the ban has decided on the place: nobody is asked about it again.
    private async Task DecideAsync(
        CheckedPlace place,
        IReadOnlyList<BanMet> met,
        ProcessStart start,
        CancellationToken ct
    )
    {
        var bans = met.Select(m => m.Ban).ToList();
        var known = await _db.Set<BanConflict>()
            .Where(c => bans.Contains(c.BanId) && c.Mark == place.Mark)
            .ToListAsync(ct);
        foreach (var one in met)
        {
            var conflict = known.Find(c => c.BanId == one.Ban);
            if (conflict is null)
            {
                conflict = new BanConflict(place.Client, one.Section, one.Obligation, one.Ban, _clock.Now);
                conflict.Of(place.Where, place.Mark);
                _db.Add(conflict);
            }

            conflict.Settle(BanConflict.Stands, _staff.Current.Id, _clock.Now);
        }

        // Decided by another at the same moment: the answer is written all the same.
        if (!(await _processes.CommitAsync(start, ct)).Done)
        {
            await _processes.NoteAsync(start, ct);
        }
    }

    // As the service: the protected address is not within the reach of who asks, nor perhaps the section of the ban.
    private async Task<(IReadOnlyList<BanMet> Met, string? Ask)> FindAsync(CheckedPlace place, CancellationToken ct)
    {
        var metres = (await _rules.ReadAsync(ct)).Parameters.Get(ParameterCodes.BanDistanceMetres, _clock.Today);
        using var itself = _staff.AsSystem("obligations.bans");
        var bans = await HeldBans.OfAsync(_db, [place.Client], metres.WholeNumber, ct);
        var met = bans.TryGetValue(place.Client, out var held) ? held.Meet(place).ToList() : [];
        return met.Count == 0 ? (met, null) : (met, (await _asking.WhoAsync(met[0], mustReach: false, ct))?.FullName);
    }
}
