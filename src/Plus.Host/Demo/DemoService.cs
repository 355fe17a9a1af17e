using Npgsql;
using Plus.Host.Demo.Organisation;
using Plus.Host.Demo.People;
using Plus.Host.Demo.Plan;
using Plus.Host.Demo.Present;
using Plus.Host.Demo.Records;
using Plus.Host.Demo.Storage;
using Plus.Host.Demo.Words;
using Plus.Kernel.Storage;
using Plus.Law.Calendar;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;

namespace Plus.Host.Demo;

/// <summary>One build of the synthetic service, from offices to today's appointments.</summary>
internal sealed class DemoService
{
    private readonly NpgsqlConnection connection;
    private readonly DemoOptions options;
    private readonly IProgress<string> progress;
    private readonly DemoRandom chance;
    private readonly DemoCalendar calendar = new(WorkingCalendar.Standard);
    private readonly CopyStore store;
    private readonly DemoNames names = DemoWords.Names();
    private readonly DemoWords words = DemoWords.Read();
    private readonly DemoProcesses processes;
    private readonly PersonWriter persons;
    private readonly SectionWriter sections;
    private readonly ContactWriter contacts;
    private readonly DemoHostDetails hosts;
    private readonly ObligationWriter obligations;
    private readonly BreachWriter breaches;
    private readonly SupportWriter support;
    private readonly IncidentWriter incidents;

    public DemoService(PlusDb model, NpgsqlConnection connection, DemoOptions options, IProgress<string> progress)
    {
        (this.connection, this.options, this.progress) = (connection, options, progress);
        chance = new DemoRandom(options.Seed);
        store = new CopyStore(model, connection);
        model.ChangeTracker.AutoDetectChangesEnabled = false;
        processes = new DemoProcesses(model.Model, store, chance);
        hosts = new DemoHostDetails(store, names, options.Seed, options.Today);
        persons = new PersonWriter(store, processes, new PersonalCodes(chance), names, words, calendar, chance);
        sections = new SectionWriter(
            store,
            model,
            new FunctionDoors(Doors.All),
            new FunctionFacts(store, processes, hosts, options.Today),
            processes,
            words,
            chance
        );
        contacts = new ContactWriter(store, processes, words, calendar, chance);
        obligations = new ObligationWriter(store, processes, words, options.Today);
        // Chance of their own: what is published of the years does not move with them.
        var apart = new DemoProcesses(model.Model, store, new DemoRandom(options.Seed + 1));
        breaches = new BreachWriter(store, apart, words, options.Today);
        support = new SupportWriter(store, apart, options);
        incidents = new IncidentWriter(store, apart, words, options.Today);
    }

    public async Task BuildAsync(CancellationToken ct)
    {
        try
        {
            await BuildAllAsync(ct);
        }
        finally
        {
            await store.SettleAsync();
        }
    }

    private async Task BuildAllAsync(CancellationToken ct)
    {
        progress.Report("Building offices, people of the Service and host employers");
        var begin = new DateOnly(Math.Max(WorkingCalendar.FirstYear, options.FirstYear - 5), 1, 2);
        var offices = await DemoOffices.ReadAsync(connection, ct);
        var staff = new DemoStaff(names, offices, store, chance, begin, options.Today);
        await staff.BuildAsync(connection, ct);
        new DemoTrainings(store, options.Today).Write(offices);
        new DemoHosts(offices, words, hosts, store, chance).Build(
            DemoOptions.PublishedYear,
            options.OneIn,
            options.Today,
            begin
        );
        hosts.Priorities(offices);
        support.Contracts();
        await store.FlushAsync(ct);
        var maker = new PersonMaker(names, offices, chance);
        var pairs = new PersonPairs(maker, chance);
        for (var year = options.FirstYear; year <= options.LastYear; year++)
        {
            progress.Report($"Building {year}");
            // Each year has a lot of its own: what is drawn in one leaves the others as they are.
            var own = new DemoRandom(unchecked((options.Seed * 397) ^ year));
            var records = new YearRecords(year, options, calendar, own).Build();
            pairs.Give(year, records, mayReturn: year != DemoOptions.PublishedYear);
            foreach (var record in records.OrderBy(r => r.OpenedOn))
            {
                WriteLived(record, year);
                await store.SendAsync(ct);
            }

            // A year that is written is forgotten, but for who may come again.
            foreach (var person in records.Select(r => r.Person))
            {
                person.Records.Clear();
            }
        }

        if (options.Present)
        {
            progress.Report("Building what runs today");
            WritePresent(pairs, maker, staff);
        }

        support.Invoices(staff.LogInAccountant);

        await store.FlushAsync(ct);
        await using var number = new NpgsqlCommand(
            $"SELECT setval('cases.case_number', {persons.LastNumber})",
            connection
        );
        await number.ExecuteNonQueryAsync(ct);
        progress.Report($"{store.Rows} rows written");
    }

    private void WriteLived(DemoRecord record, int year)
    {
        Write(record);
        support.Past(record, year);
        if (record.RegisteredOn is not { } registered || record.Measure == MeasureCode.Programme)
        {
            return;
        }

        var (first, last) = (new DateOnly(year, 1, 2), new DateOnly(year, 12, 29));
        var from = registered > first ? registered : first;
        var to = record.ClosedOn is { } closed && closed < last ? closed : last;
        contacts.Past(record, from, to, record.IsSupervision ? 4 : 2);
        if (chance.Percent(record.IsSupervision ? 70 : 35) && from < to)
        {
            contacts.Note(record, calendar.OnOrBefore(chance.Day(from.AddDays(1), to)));
        }
    }

    private void WritePresent(PersonPairs pairs, PersonMaker maker, DemoStaff staff)
    {
        var notBefore = new DateOnly(options.LastYear + 1, 1, 2);
        if (options.Today.AddDays(-40) < notBefore)
        {
            return;
        }

        var open = new PresentPlan(options.Today, notBefore, calendar, chance).Build(options.OneIn);
        var people = pairs.Give(options.Today.Year, open, mayReturn: true);
        GiveToLogIn(open, staff);
        var twice = Twins(people, maker);
        foreach (var record in open.OrderBy(r => r.OpenedOn))
        {
            Write(record);
        }

        var life = new PresentLife(store, processes, contacts, options.Today, calendar, chance);
        life.Live(open, staff.LogInManager);
        life.KeepApart(open);
        life.Duplicates(twice);
        new SupervisionLife(store, processes, options.Today, calendar, chance).Live(open);
        support.Present(open);
        new ChildLife(store, processes, options.Today, calendar).Live(open);
    }

    /// <summary>Who logs in as case manager has one of each kind and state at work, however small the demo is.</summary>
    private static void GiveToLogIn(IEnumerable<DemoRecord> open, DemoStaff staff)
    {
        foreach (var alike in open.Where(r => !r.Unassigned).GroupBy(r => (r.Measure, r.OpenState)))
        {
            // Somebody whose other sections are elsewhere would be seen by half.
            if (alike.FirstOrDefault(r => r.Person is { IsNew: true, Records.Count: 1 }) is { } record)
            {
                record.Office = staff.Home;
                record.Manager = record.Measure == MeasureCode.Mediation ? null : staff.LogInManager;
            }
        }
    }

    /// <summary>Some who came today for the first time bear the name and birth date of somebody known.</summary>
    private static List<(DemoPerson, DemoPerson)> Twins(List<DemoPerson> people, PersonMaker maker)
    {
        var twins = new List<(DemoPerson, DemoPerson)>();
        var fresh = people
            .Where(p => p.Records.Count == 1 && p.Records[0] is { Fresh: true, Age: DemoAge.Adult })
            .Take(20)
            .ToList();
        var known = people.Where(p => p.Records.TrueForAll(r => !r.Fresh && r.Age == DemoAge.Adult)).ToList();
        for (var i = 0; i < fresh.Count && i * 7 < known.Count; i++)
        {
            var twin = maker.Like(known[i * 7], fresh[i]);
            people[people.IndexOf(fresh[i])] = twin;
            twins.Add((known[i * 7], twin));
        }

        return twins;
    }

    private void Write(DemoRecord record)
    {
        if (record.Person.IsNew)
        {
            persons.Write(record.Person);
        }

        sections.Write(record);
        obligations.Write(record);
        breaches.Write(record);
        incidents.Write(record);
    }
}
