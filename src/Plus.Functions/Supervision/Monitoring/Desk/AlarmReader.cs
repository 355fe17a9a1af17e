using Microsoft.EntityFrameworkCore;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Rules;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;
using Plus.Shared.Rules.Current;

namespace Plus.Functions.Supervision.Monitoring.Desk;

/// <summary>An alarm as the queue shows it.</summary>
/// <param name="Late">It was told more than five minutes after it happened.</param>
/// <param name="Unanswered">Nobody took it within the time that is set: the call list is to be used.</param>
public sealed record AlarmRow(Alarm Alarm, ClientId? Client, string? Name, string? TakenBy, bool Late, bool Unanswered);

/// <summary>What was noted about an alarm.</summary>
public sealed record AlarmNoteRow(DateTimeOffset At, string By, string Text);

/// <summary>The state of the queue in numbers: what the screens listen to.</summary>
public sealed record AlarmPulse(int Open, int Unanswered, long Latest);

/// <summary>Reads alarms within reach; alarms of devices that nobody wears are everybody's who watches.</summary>
public sealed class AlarmReader(PlusDb db, StaffAccessor staff, CurrentRules rules, PlusClock clock)
{
    private const int Most = 200;
    private static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(5);

    /// <summary>Open alarms, most severe first, then oldest; a later page would be a queue nobody can work off.</summary>
    public async Task<IReadOnlyList<AlarmRow>> OpenAsync(CancellationToken ct) =>
        await RowsAsync(
            Within()
                .Where(a => a.State != AlarmState.Closed)
                .OrderBy(a => a.Severity)
                .ThenBy(a => a.OccurredAt)
                .Take(Most),
            ct
        );

    /// <summary>The latest alarms of a section.</summary>
    public async Task<IReadOnlyList<AlarmRow>> OfSectionAsync(SectionId section, CancellationToken ct) =>
        await RowsAsync(Within().Where(a => a.SectionId == section).OrderByDescending(a => a.OccurredAt).Take(20), ct);

    public async Task<AlarmRow?> FindAsync(Guid id, CancellationToken ct) =>
        (await RowsAsync(Within().Where(a => a.Id == id), ct)).SingleOrDefault();

    /// <summary>An alarm to be changed; tracked.</summary>
    public Task<Alarm?> TakeAsync(Guid id, CancellationToken ct) =>
        Within(MonitoringPermissions.Watch).SingleOrDefaultAsync(a => a.Id == id, ct);

    public Task<List<Guid>> OpenIdsAsync(CancellationToken ct) =>
        Within(MonitoringPermissions.Watch).Where(a => a.State != AlarmState.Closed).Select(a => a.Id).ToListAsync(ct);

    public Task<List<AlarmNoteRow>> NotesAsync(Guid alarm, CancellationToken ct) =>
        (
            from n in db.Set<AlarmNote>()
            join s in db.Set<Staff>() on n.By equals s.Id
            where n.AlarmId == alarm
            orderby n.At, n.Id
            select new AlarmNoteRow(n.At, s.GivenName + " " + s.Surname, n.Text)
        ).ToListAsync(ct);

    public async Task<AlarmPulse> PulseAsync(CancellationToken ct)
    {
        var before = clock.Now - await AnswerWithinAsync(ct);
        var found = await Within()
            .Where(a => a.State != AlarmState.Closed)
            .GroupBy(a => 1)
            .Select(g => new
            {
                Open = g.Count(),
                Unanswered = g.Count(a => a.State == AlarmState.New && a.ReceivedAt < before),
                Latest = g.Max(a => a.ReceivedAt),
            })
            .SingleOrDefaultAsync(ct);
        return found is null
            ? new AlarmPulse(0, 0, 0)
            : new AlarmPulse(found.Open, found.Unanswered, found.Latest.ToUnixTimeMilliseconds());
    }

    private async Task<TimeSpan> AnswerWithinAsync(CancellationToken ct) =>
        TimeSpan.FromMinutes(
            (await rules.ReadAsync(ct)).Parameters.Get(ParameterCodes.AlarmAnswerMinutes, clock.Today).WholeNumber
        );

    private IQueryable<Alarm> Within(string permission = MonitoringPermissions.View)
    {
        var sections = db.Set<Section>().Within(staff.Current, permission);
        var watches = staff.Current.May(MonitoringPermissions.Watch);
        return db.Set<Alarm>().Where(a => (a.SectionId == null && watches) || sections.Any(s => s.Id == a.SectionId));
    }

    private async Task<IReadOnlyList<AlarmRow>> RowsAsync(IQueryable<Alarm> alarms, CancellationToken ct)
    {
        var rows = await (
            from a in alarms.AsNoTracking()
            join s in db.Set<Section>() on a.SectionId equals s.Id into sections
            from s in sections.DefaultIfEmpty()
            join c in db.Set<Client>() on s.ClientId equals c.Id into clients
            from c in clients.DefaultIfEmpty()
            join t in db.Set<Staff>() on a.TakenBy equals t.Id into takers
            from t in takers.DefaultIfEmpty()
            select new
            {
                Alarm = a,
                Client = c == null ? (ClientId?)null : c.Id,
                Name = c == null ? null : c.Surname + " " + c.GivenName,
                By = t == null ? null : t.GivenName + " " + t.Surname,
            }
        ).ToListAsync(ct);
        var before = clock.Now - await AnswerWithinAsync(ct);
        return
        [
            .. rows.Select(r => new AlarmRow(
                r.Alarm,
                r.Client,
                r.Name,
                r.By,
                r.Alarm.ReceivedAt - r.Alarm.OccurredAt > LateAfter,
                r.Alarm.State == AlarmState.New && r.Alarm.ReceivedAt < before
            )),
        ];
    }
}
