using Npgsql;
using Plus.Host.Commands;
using Plus.Host.Database;
using Plus.Host.Demo;
using Plus.Law.Calendar;
using Plus.Law.CommunityWork;
using Plus.Law.Identity;
using Plus.Law.Rules;
using Plus.Shared.Statistics.Contract;
using Plus.Shared.WorkHours.Contract;
using Plus.Testing.Databases;

namespace Plus.Functions.Tests.Figures;

/// <summary>What must hold in every demo, whatever its size.</summary>
public sealed class SmallDemoTests(SmallDemo demo) : IClassFixture<SmallDemo>
{
    [Fact]
    public async Task Totals_AreTheSumsOfTheirParts()
    {
        var figures = await demo.FiguresAsync();
        decimal Of(string key) => figures.Find(key)!.Value.Number!.Value;

        Assert.True(Of("clients.worked") > 300);
        Assert.Equal(Of("clients.worked"), Of("clients.started") + Of("clients.carried_over"));
        Assert.Equal(
            Of("clients.worked"),
            Of("sd.clients")
                + Of("arpl_sd.clients")
                + Of("iz.requests")
                + Of("su.clients")
                + Of("me.processes")
                + Of("po.clients")
        );
        Assert.Equal(Of("iz.requests"), Of("iz.by_court") + Of("iz.by_prosecutor") + Of("iz.by_prison"));
        Assert.Equal(Of("me.processes"), Of("me.by_volunteers") + Of("me.by_officials"));
        Assert.Equal(Of("sx.clients"), Of("sx.victim_identified") + Of("sx.no_victim"));
    }

    [Fact]
    public async Task EveryNumber_IsTheNumberOfItsRows()
    {
        foreach (var figure in (await demo.FiguresAsync()).All)
        {
            var rows = await demo.RowsAsync(figure.Definition.Key, 100_000);
            Assert.Equal(rows.Total, rows.Rows.Count);
            if (figure.Definition.Made is CountOf or ShareOf)
            {
                Assert.Equal((figure.Definition.Key, figure.Records), (figure.Definition.Key, (long?)rows.Total));
            }
        }
    }

    [Fact]
    public async Task SameSeed_GivesTheSameFigures()
    {
        var first = FiguresCommand.Write(await demo.FiguresAsync());
        await using var again = new SmallDemoCopy();
        await again.InitializeAsync();

        Assert.Equal(first, FiguresCommand.Write(await again.FiguresAsync()));
    }

    [Fact]
    public async Task Hours_AreWithinTheLimitsOfTheLaw()
    {
        await using var connection = await demo.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            select e.section_id, e.worked_on, e.credited_minutes, e.minor, c.birth_date, w.work_status,
                   w.consents_to_four_hours, w.imposed_minutes, s.registered_on, s.closed_on
            from community_work.hours_entry e
            join community_work.sentence w on w.section_id = e.section_id
            join cases.section s on s.id = e.section_id
            join clients.client c on c.id = s.client_id
            order by e.section_id, e.worked_on
            """,
            connection
        );
        await using var reader = await command.ExecuteReaderAsync();
        var (entries, last, judged) = (new List<HoursEntry>(), Guid.Empty, 0);
        while (await reader.ReadAsync())
        {
            if (reader.GetGuid(0) != last)
            {
                (last, entries) = (reader.GetGuid(0), []);
            }

            var (day, born) = (reader.GetFieldValue<DateOnly>(1), reader.GetFieldValue<DateOnly>(4));
            DateOnly? closed = await reader.IsDBNullAsync(9) ? null : reader.GetFieldValue<DateOnly>(9);
            var decision = HoursRules.Judge(
                new HoursFacts(reader.GetInt32(7), reader.GetFieldValue<DateOnly>(8), closed, [], entries),
                new ProposedHours(
                    day,
                    reader.GetInt32(2),
                    WorkStatuses.On(reader.GetString(5), born, day),
                    reader.GetBoolean(6)
                ),
                BuiltDemo.Today,
                WorkingCalendar.Standard,
                LegalParameters.Embedded
            );
            Assert.True(decision.Verdict.IsAllowed && decision.RefusedMinutes == 0, $"{day}: {decision}");
            Assert.Equal(PersonAge.AgeOn(born, day) < 18, reader.GetBoolean(3));
            entries.Add(new HoursEntry(day, reader.GetInt32(2)));
            judged++;
        }

        Assert.True(judged > 2000);
    }

    [Fact]
    public async Task TheIntakeClerk_FindsMessagesOfEveryKind() =>
        Assert.Equal(
            "accepted 2, attention 3, matchToConfirm 2, rejected 4",
            await demo.ScalarAsync<string>(
                """
                select string_agg(state || ' ' || n, ', ' order by state)
                from (select state, count(*) as n from exchange.intake_message group by state) as x
                """
            )
        );

    [Fact]
    public async Task ServedSentences_AreServedToTheMinute() =>
        Assert.Equal(
            0L,
            await demo.ScalarAsync<long>(
                """
                select count(*) from community_work.sentence w join cases.section s on s.id = w.section_id
                where s.outcome = 'fully_served' and w.imposed_minutes <>
                  (select coalesce(sum(e.credited_minutes), 0) from community_work.hours_entry e where e.section_id = s.id)
                """
            )
        );

    [Fact]
    public async Task PersonalCodes_AreUniqueAndAgreeWithTheBirthDate()
    {
        await using var connection = await demo.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select i.value, c.birth_date from clients.client_identifier i join clients.client c on c.id = i.client_id",
            connection
        );
        await using var reader = await command.ExecuteReaderAsync();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            Assert.True(seen.Add(reader.GetString(0)));
            Assert.Empty(PersonalCode.Parse(reader.GetString(0)).Warnings(reader.GetFieldValue<DateOnly>(1)));
        }

        Assert.True(seen.Count > 300);
    }

    [Theory]
    [InlineData(
        "open sections without an own record",
        """
            select count(*) from cases.section s where not exists (
              select from community_work.sentence f where f.section_id = s.id union all
              select from educational_community_work.measure f where f.section_id = s.id union all
              select from assessment_reports.report_request f where f.section_id = s.id union all
              select from conditional_discharge.discharge f where f.section_id = s.id union all
              select from supervision.sentence f where f.section_id = s.id union all
              select from probation_supervision.sentence f where f.section_id = s.id union all
              select from probation_observation.measure f where f.section_id = s.id union all
              select from mediation.process f where f.section_id = s.id union all
              select from programmes.participation f where f.section_id = s.id)
            """
    )]
    [InlineData(
        "sections without a process of opening",
        """
            select count(*) from cases.section s
            where not exists (select from audit.process p where p.section_id = s.id and p.type = 'cases.opened')
              and not exists (
                select from audit.process p, jsonb_array_elements(p.changes) c where p.client_id = s.client_id
                and p.type = 'exchange.taken' and c ->> 'record' = 'cases.section' and c ->> 'id' = s.id::text)
            """
    )]
    [InlineData(
        "processes that do not say what they changed",
        "select count(*) from audit.process where source = 'demo' and changes is null"
    )]
    [InlineData(
        "sections that no process tells of being closed",
        """
            select count(*) from cases.section s where s.state = 'closed' and not exists (
              select from audit.process p, jsonb_array_elements(p.changes) c where p.section_id = s.id and p.type = 'cases.closed'
              and c ->> 'record' = 'cases.section' and c -> 'fields' -> 'ClosedOn' ->> 1 = s.closed_on::text)
            """
    )]
    [InlineData(
        "persons whose coming no process tells of",
        """
            select count(*) from clients.client k where not exists (
              select from audit.process p, jsonb_array_elements(p.changes) c where p.client_id = k.id
              and c ->> 'record' = 'clients.client' and c ->> 'kind' = 'added')
            """
    )]
    [InlineData(
        "persons of whose life nothing is known",
        "select count(*) from clients.client where education is null or employment is null or cardinality(languages) = 0"
    )]
    [InlineData(
        "days outside the section",
        """
            select count(*) from cases.section s where s.registered_on < s.opened_on or s.closed_on < s.registered_on
            """
    )]
    [InlineData(
        "something after today",
        """
            select count(*) from cases.section s where s.opened_on > date '2026-04-15' or s.closed_on > date '2026-04-15'
            """
    )]
    [InlineData(
        "assignment elsewhere",
        """
            select count(*) from cases.section s join cases.assignment a on a.section_id = s.id
            where a.office_id <> s.office_id or a.manager_id is distinct from s.manager_id
            """
    )]
    public async Task Contradictions_AreNone(string what, string sql) =>
        Assert.Equal((what, 0L), (what, await demo.ScalarAsync<long>(sql)));

    [Theory]
    [InlineData("select count(*) from tasks.due_task")]
    [InlineData("select count(*) from tasks.due_task where due_on < date '2026-04-15'")]
    [InlineData(
        "select count(*) from contacts.contact where planned_at::date = date '2026-04-15' and state = 'planned'"
    )]
    [InlineData("select count(*) from contacts.contact where planned_at < date '2026-04-15' and state = 'planned'")]
    [InlineData("select count(*) from clients.must_not_meet")]
    [InlineData("select count(*) from clients.possible_duplicate")]
    [InlineData("select count(*) from clients.related_person where is_legal_representative")]
    [InlineData("select count(*) from cases.section where state = 'received'")]
    [InlineData("select count(*) from cases.section where state = 'active' and opened_on > date '2025-01-01'")]
    public async Task Today_HasSomethingToDo(string sql) => Assert.True(await demo.ScalarAsync<long>(sql) > 0);

    [Fact]
    public async Task LogIns_AreThereForEveryDeliveredRole() =>
        Assert.Equal(
            0L,
            await demo.ScalarAsync<long>(
                """
                select count(*) from access.role r where not exists (
                  select from access.staff_post p join access.staff s on s.id = p.staff_id
                  where p.role_code = r.code and s.password_hash is not null and s.is_demo)
                """
            )
        );

    [Fact]
    public async Task SecondDemoOrRealService_IsRefused()
    {
        await Assert.ThrowsAsync<CommandException>(() => BuildAsync(demo.Database));
        await using var real = await TestDatabase.CreateAsync();
        await DatabaseMark.SetAsync(real.OwnerConnectionString, DatabaseMark.Real, default);

        var refused = await Assert.ThrowsAsync<CommandException>(() => BuildAsync(real));

        Assert.Contains("real service", refused.Message, StringComparison.Ordinal);
    }

    private static Task BuildAsync(TestDatabase database) =>
        DemoBuilder.BuildAsync(
            database.OwnerConnectionString,
            new DemoOptions(BuiltDemo.Today) { OneIn = 40 },
            new Progress<string>(),
            default
        );
}

/// <summary>The same once more.</summary>
public sealed class SmallDemoCopy() : BuiltDemo(40), IAsyncDisposable;
