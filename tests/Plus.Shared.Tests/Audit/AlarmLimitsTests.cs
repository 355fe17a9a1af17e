using Microsoft.Extensions.DependencyInjection;
using Plus.Shared.Audit.Alarms;
using Plus.Testing.Arranging;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Audit;

/// <summary>The limits of alarms are the service's own, from a day on, and the year tells what became of alarms.</summary>
public sealed class AlarmLimitsTests : IAsyncLifetime
{
    private readonly PlusApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task LimitSetFromADay_HoldsFromThatDay_AndIsAProcess()
    {
        var employee = (await app.StaffAsync("caseManager")).Id.Value;
        await DisclosedAsync(employee, "2026-04-10");
        await DisclosedAsync(employee, "2026-04-14");
        var administrator = await app.LoggedInAsAsync("administrator");
        var page = await administrator.GetAsync("/rules/parameters/audit.exports.files");
        await page.SubmitAsync(
            new()
            {
                ["Form.Value"] = "3",
                ["Form.From"] = "2026-04-12",
                ["Form.Act"] = "Rīkojums",
                ["Form.Article"] = "1",
                ["Form.Reason"] = "Pārāk augsta robeža",
                ["step"] = "save",
            }
        );
        var hunt = app.Services.GetRequiredService<AlarmHunt>();

        var before = await hunt.FindAsync(new DateOnly(2026, 4, 10), Token);
        var after = await hunt.FindAsync(new DateOnly(2026, 4, 14), Token);
        var officer = await app.LoggedInAsAsync("dataProtectionOfficer");
        var alarms = await officer.GetAsync("/audit/alarms");
        var year = await officer.GetAsync("/audit/alarms/2026");
        var file = await officer.GetAsync("/audit/alarms/2026?handler=Export&format=csv");

        Assert.Equal((0, 1), (before, after));
        Assert.Contains("vismaz 3 datnes", alarms.Words, StringComparison.Ordinal);
        Assert.Contains("Daudz izsniegtu datu", year.Words, StringComparison.Ordinal);
        var line = System
            .Text.Encoding.UTF8.GetString(file.Bytes)
            .Split('\n')
            .Single(l => l.Contains("Daudz izsniegtu datu", StringComparison.Ordinal));
        Assert.Contains("1;1;0;0;0;1", line.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE reason = 'Pārāk augsta robeža'")
        );
    }

    [Fact]
    public async Task ClientWhoLivesWithANamesake_RaisesAnAlarm()
    {
        var employee = await app.StaffAsync("caseManager");
        var stranger = await app.PersonAsync("Jānis", "Ozols");
        var namesake = await app.PersonAsync("Pēteris", employee.Surname);
        foreach (var client in new[] { stranger, namesake })
        {
            await app.ReadListAsync(
                $"INSERT INTO clients.client_address (id, client_id, kind, text, as_of, source) VALUES (gen_random_uuid(), '{client.Client.Id}', 'actual', 'Lauku iela 1, Cēsis', '2026-01-01', 'test') RETURNING 'x'"
            );
        }

        await app.ReadListAsync(
            $"INSERT INTO audit.view (id, at, actor_id, kind, part, clients, source) VALUES (gen_random_uuid(), '2026-04-14 09:00+00', '{employee.Id}', 'consult', 'clients.view', ARRAY['{stranger.Client.Id}'::uuid], 't') RETURNING 'x'"
        );
        await app.Services.GetRequiredService<AlarmHunt>().FindAsync(new DateOnly(2026, 4, 14), Token);

        Assert.Equal(["relativeAddress"], await app.ReadListAsync("SELECT rule FROM audit.alarm"));
    }

    private Task<IReadOnlyList<string>> DisclosedAsync(Guid employee, string day) =>
        app.ReadListAsync(
            $"INSERT INTO audit.view (id, at, actor_id, kind, part, clients, source) SELECT gen_random_uuid(), '{day} 09:00+00', '{employee}', 'disclose', 'clients.view', ARRAY[gen_random_uuid()], 't' FROM generate_series(1, 4) RETURNING 'x'"
        );
}
