using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Access.OpenedInNeed;

/// <summary>
/// Opens a record outside one's reach for a limited time. One that is closed to the person waits for a second person, and
/// so, to all appearance, does one that does not exist: the answer gives nothing away.
/// </summary>
internal sealed class OpenInNeedHandler(PlusDb db, Processes processes, StaffAccessor staff, PlusClock clock)
{
    public static readonly ProcessType Asked = new("access.openingAsked");

    public static readonly ProcessType Decided = new("access.openingDecided");

    public static readonly ProcessType Reviewed = new("access.openingReviewed");

    /// <summary>The client when the record is open now; null when a second person decides, or would.</summary>
    public async Task<Outcome<ClientId?>> AskAsync(string number, string purpose, string reason, CancellationToken ct)
    {
        if (!Purposes.All.Contains(purpose) || staff.Current.Id is not { } me)
        {
            return new PurposeUnknown();
        }

        using var system = staff.AsSystem("opening in need");
        var client = await db.Set<Case>()
            .Where(c => c.Number == number.Trim())
            .Select(c => (ClientId?)c.ClientId)
            .SingleOrDefaultAsync(ct);
        var start = new ProcessStart(Asked)
        {
            Client = client,
            Reason = reason,
            Values = new Dictionary<string, object?> { ["purpose"] = purpose },
        };
        if (client is not { } known)
        {
            await processes.NoteAsync(start, ct);
            return (ClientId?)null;
        }

        var closed = staff.Current.Reach.Forbidden.Contains(known);
        var opened = new OpenedRecord(known, me, purpose, reason, clock.Now, closed);
        if (!closed)
        {
            opened.Open(clock.Now, Purposes.Time);
        }

        db.Add(opened);
        var done = await processes.CommitAsync(start with { Subject = opened.Id }, ct);
        return !done.Done ? done.Refusal
            : closed ? null
            : (ClientId?)known;
    }

    /// <summary>A second person lets it be opened, or does not. Nobody decides about their own asking.</summary>
    public async Task<Outcome<Unit>> DecideAsync(Guid id, bool consents, uint version, CancellationToken ct)
    {
        using var system = staff.AsSystem("opening in need");
        var opened = await db.Set<OpenedRecord>().SingleOrDefaultAsync(o => o.Id == id && o.AlarmId == null, ct);
        if (
            opened is not { Waits: true }
            || staff.Current.Id is not { } me
            || !(await MineToDecideAsync([opened.ClientId], ct)).Contains(opened.ClientId)
        )
        {
            return new NoSuchRecord();
        }

        if (opened.StaffId == me)
        {
            return new NotAboutOneself();
        }

        db.Entry(opened).Property(o => o.Version).OriginalValue = version;
        if (consents)
        {
            opened.Consent(me, clock.Now, Purposes.Time);
        }
        else
        {
            opened.Refuse(me, clock.Now);
        }

        return await processes.CommitAsync(new ProcessStart(Decided) { Client = opened.ClientId, Subject = id }, ct);
    }

    /// <summary>What those who check it say: justified or unjustified. An unjustified one closes at once.</summary>
    public async Task<Outcome<Unit>> ReviewAsync(
        Guid id,
        string verdict,
        string? note,
        uint version,
        CancellationToken ct
    )
    {
        using var system = staff.AsSystem("opening in need");
        var opened = await db.Set<OpenedRecord>().SingleOrDefaultAsync(o => o.Id == id && o.AlarmId == null, ct);
        if (
            opened is null
            || verdict is not ("justified" or "unjustified")
            || !MayReview
            || staff.Current.Id is not { } me
            || !(await MineToDecideAsync([opened.ClientId], ct)).Contains(opened.ClientId)
        )
        {
            return new NoSuchRecord();
        }

        if (opened.StaffId == me)
        {
            return new NotAboutOneself();
        }

        db.Entry(opened).Property(o => o.Version).OriginalValue = version;
        opened.Review(verdict, note, me, clock.Now);
        return await processes.CommitAsync(
            new ProcessStart(Reviewed)
            {
                Client = opened.ClientId,
                Subject = id,
                Reason = note,
            },
            ct
        );
    }

    /// <summary>A verdict is for who checks the whole Service: the data-protection officer.</summary>
    public bool MayReview => staff.Current.ScopeOf(AccessPermissions.ReviewOpenings) == AccessScope.Service;

    // Of the offices where one decides; of the whole Service for who checks it. Never of a record that one is shut out of.
    private async Task<HashSet<ClientId>> MineToDecideAsync(IReadOnlyCollection<ClientId> clients, CancellationToken ct)
    {
        var (today, me) = (clock.Today, staff.Current.Id?.Value ?? Guid.Empty);
        var shutOut = await db.Set<ClientRestriction>()
            .Where(r =>
                clients.Contains(r.ClientId)
                && r.Kind == RestrictionKind.Exclude
                && r.From <= today
                && r.To >= today
                && r.People.Contains(me)
            )
            .Select(r => r.ClientId)
            .ToListAsync(ct);
        if (MayReview)
        {
            return [.. clients.Except(shutOut)];
        }

        var offices =
            staff.Current.ScopeOf(AccessPermissions.ReviewOpenings) == AccessScope.Region
                ? staff.Current.RegionOffices
                : staff.Current.Offices;
        var places = offices.Select(o => (OfficeId?)o).ToList();
        var within = await db.Set<Section>()
            .Where(s => clients.Contains(s.ClientId) && places.Contains(s.OfficeId) && s.AnnulledOn == null)
            .Select(s => s.ClientId)
            .Distinct()
            .ToListAsync(ct);
        return [.. within.Except(shutOut).Except(staff.Current.Reach.Forbidden)];
    }

    /// <summary>Those that wait for a second person or for a verdict first, then the latest.</summary>
    public async Task<IReadOnlyList<OpenedLine>> QueueAsync(CancellationToken ct)
    {
        using var system = staff.AsSystem("opening in need");
        var found = await (
            from opened in db.Set<OpenedRecord>().AsNoTracking()
            join file in db.Set<Case>() on opened.ClientId equals file.ClientId
            join who in db.Set<Staff>() on opened.StaffId equals who.Id
            where opened.AlarmId == null
            orderby opened.Verdict != null, opened.AskedAt descending
            select new
            {
                opened,
                file.Number,
                Name = who.GivenName + " " + who.Surname,
            }
        )
            .Take(500)
            .ToListAsync(ct);
        var mine = await MineToDecideAsync([.. found.Select(f => f.opened.ClientId).Distinct()], ct);
        return
        [
            .. found
                .Where(f => mine.Contains(f.opened.ClientId))
                .Select(f => new OpenedLine(f.opened, f.Number, f.Name)),
        ];
    }

    /// <summary>Records of one's own clients, or of one's offices for who assigns work, opened by others lately.</summary>
    public async Task<IReadOnlyList<OpenedLine>> NoticesAsync(bool ofOffices, CancellationToken ct)
    {
        var (since, me) = (clock.Now.AddDays(-7), staff.Current.Id);
        var managers = staff.Current.Reach.Managers.Select(m => (StaffId?)m).ToList();
        var offices = ofOffices ? staff.Current.Reach.Offices.Select(o => (OfficeId?)o).ToList() : [];
        var found = await (
            from opened in db.Set<OpenedRecord>().AsNoTracking()
            join file in db.Set<Case>() on opened.ClientId equals file.ClientId
            join who in db.Set<Staff>() on opened.StaffId equals who.Id
            where opened.OpenedAt >= since && opened.StaffId != me && opened.AlarmId == null
            where
                db.Set<Section>()
                    .Any(s =>
                        s.ClientId == opened.ClientId
                        && s.ClosedOn == null
                        && (managers.Contains(s.ManagerId) || offices.Contains(s.OfficeId))
                    )
            orderby opened.OpenedAt descending
            select new
            {
                opened,
                file.Number,
                Name = who.GivenName + " " + who.Surname,
            }
        )
            .Take(20)
            .ToListAsync(ct);
        return [.. found.Select(f => new OpenedLine(f.opened, f.Number, f.Name))];
    }
}

/// <summary>An opened record, with the number of the case and who asked.</summary>
internal sealed record OpenedLine(OpenedRecord Opened, string Number, string Who);

internal sealed record PurposeUnknown() : Refusal("access.opening.purposeUnknown")
{
    public override string Field => "Purpose";
}

internal sealed record NotAboutOneself() : Refusal("access.opening.notAboutOneself");
