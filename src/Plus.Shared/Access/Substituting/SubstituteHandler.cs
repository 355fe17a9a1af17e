using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;
using Plus.Shared.Access.StaffDirectory;

namespace Plus.Shared.Access.Substituting;

/// <summary>Arranges who does the work of somebody absent, with an end, and ends it sooner.</summary>
internal sealed class SubstituteHandler(PlusDb db, Processes processes, StaffScope scope, PlusClock clock)
{
    public static readonly ProcessType Arranged = new("access.substitutionArranged");

    public static readonly ProcessType Ended = new("access.substitutionEnded");

    public static readonly IReadOnlyList<string> Reasons = ["leave", "illness", "training", "other"];

    /// <param name="absent">Who is away, as <see cref="ColleagueChoice"/> takes it.</param>
    /// <param name="standIn">Who does the work, the same way.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day; it counts.</param>
    /// <param name="reason">One of <see cref="Reasons"/>.</param>
    /// <param name="ct">Ends the work.</param>
    public async Task<Outcome<Unit>> ArrangeAsync(
        string absent,
        string standIn,
        DateOnly from,
        DateOnly to,
        string reason,
        CancellationToken ct
    )
    {
        var today = clock.Today;
        var people = await scope
            .Visible(AccessPermissions.Substitute)
            .Where(s => s.ActiveFrom <= today && (s.ActiveTo == null || s.ActiveTo >= to))
            .ToListAsync(ct);
        var (away, stands) = (ColleagueChoice.Find(people, absent), ColleagueChoice.Find(people, standIn));
        if (away is null || stands is null || away.Id == stands.Id)
        {
            return new NobodyToStandIn();
        }

        if (to < from || to < today || !Reasons.Contains(reason))
        {
            return new SubstitutionEndsBeforeItBegins();
        }

        var overlaps = await db.Set<Substitution>()
            .AnyAsync(s => s.AbsentId == away.Id && s.StandInId == stands.Id && s.From <= to && s.To >= from, ct);
        if (overlaps)
        {
            return new SubstitutionStandsAlready();
        }

        var made = new Substitution(away.Id, stands.Id, from, to, reason);
        db.Add(made);
        return await processes.CommitAsync(new ProcessStart(Arranged) { Subject = made.Id, OnDay = from }, ct);
    }

    public async Task<Outcome<Unit>> EndAsync(Guid id, uint version, CancellationToken ct)
    {
        var visible = scope.Visible(AccessPermissions.Substitute).Select(s => s.Id);
        var found = await db.Set<Substitution>()
            .SingleOrDefaultAsync(s => s.Id == id && visible.Contains(s.AbsentId), ct);
        if (found is null)
        {
            return new NoSuchRecord();
        }

        db.Entry(found).Property(s => s.Version).OriginalValue = version;
        found.End(clock.Today.AddDays(-1));
        return await processes.CommitAsync(new ProcessStart(Ended) { Subject = id }, ct);
    }

    /// <summary>Those that run or are to come, and those that ended in the last month.</summary>
    public async Task<IReadOnlyList<SubstitutionLine>> ListAsync(CancellationToken ct)
    {
        var (today, month) = (clock.Today, clock.Today.AddMonths(-1));
        var visible = scope.Visible(AccessPermissions.Substitute);
        var found = await (
            from s in db.Set<Substitution>().AsNoTracking()
            join away in visible on s.AbsentId equals away.Id
            join stands in db.Set<Staff>() on s.StandInId equals stands.Id
            where s.To >= month
            orderby s.To descending, away.Surname
            select new
            {
                s,
                Away = away.GivenName + " " + away.Surname,
                Stands = stands.GivenName + " " + stands.Surname,
            }
        ).ToListAsync(ct);
        return [.. found.Select(f => new SubstitutionLine(f.s, f.Away, f.Stands, f.s.To >= today))];
    }
}

/// <summary>A substitution in words.</summary>
internal sealed record SubstitutionLine(Substitution Substitution, string Absent, string StandIn, bool Open);

internal sealed record NobodyToStandIn() : Refusal("access.substitution.nobody")
{
    public override string Field => "StandIn";
}

internal sealed record SubstitutionEndsBeforeItBegins() : Refusal("access.substitution.endsBeforeItBegins")
{
    public override string Field => "To";
}

internal sealed record SubstitutionStandsAlready() : Refusal("access.substitution.already")
{
    public override string Field => "StandIn";
}
