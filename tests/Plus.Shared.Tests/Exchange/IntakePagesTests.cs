using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Shared.Exchange.Lines;
using Plus.Shared.Exchange.Records;
using Plus.Shared.Exchange.Running;
using Plus.Shared.Exchange.Taking;
using Plus.Testing.Databases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Exchange;

public sealed class IntakePagesTests : IAsyncLifetime
{
    private readonly PlusApp app = new();

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        app.Now = new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task WorkList_ShowsWhatNeedsAHumanAndOnlyThat()
    {
        var attention = await TakeAsync(Sample.With(m => m["person"]!["declaredAddress"] = null));
        await TakeAsync(Sample.Line(Sample.Ruling(2)));
        var rejected = await TakeAsync(Sample.With(m => m["person"] = null, 3));
        var clerk = await app.LoggedInAsAsync("intakeClerk");

        var open = await clerk.GetAsync("/intake");
        var quarantine = await clerk.GetAsync("/intake?view=rejected");

        Assert.NotNull(open.Html.QuerySelector($"a[href='/intake/{attention.Id}']"));
        Assert.Single(open.Html.QuerySelectorAll("tbody tr"));
        Assert.Contains("Nav deklarētās dzīvesvietas", open.Words, StringComparison.Ordinal);
        Assert.NotNull(quarantine.Html.QuerySelector($"a[href='/intake/{rejected.Id}']"));
        Assert.DoesNotContain("[exchange", open.Words + quarantine.Words, StringComparison.Ordinal);
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.view WHERE part = 'intake.view' AND actor_id = '{clerk.StaffId}'"
            )
        );
    }

    [Fact]
    public async Task Message_ShowsTheSectionsItOpenedAndNoneTypedByHand()
    {
        var other = await app.PersonAsync("Ilze", "Rokraksta");
        var message = await TakeAsync(Sample.Line(Sample.Ruling()));
        var opened = await app.ScalarAsync<Guid>(
            "SELECT s.id FROM cases.section s JOIN cases.basis b ON b.id = s.basis_id WHERE b.message_id IS NOT NULL LIMIT 1"
        );

        var page = await (await app.LoggedInAsAsync("intakeClerk")).GetAsync($"/intake/{message.Id}");

        Assert.Contains(opened.ToString(), page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Section.Id.ToString(), page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("caseManager")]
    [InlineData("administrator")]
    [InlineData("analyst")]
    public async Task OtherRoles_AreRefused(string role)
    {
        var message = await TakeAsync(Sample.Line(Sample.Ruling()));
        var browser = await app.LoggedInAsAsync(role);

        foreach (
            var path in (string[])
                [
                    "/intake",
                    $"/intake/{message.Id}",
                    $"/intake/{message.Id}/match",
                    $"/intake/{message.Id}/mend",
                    "/intake/runs",
                    "/intake/upload",
                ]
        )
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(path)).Status);
        }
    }

    [Fact]
    public async Task NoResidence_OfficeIsChosenByAHumanAndTheMessageIsSettled()
    {
        var message = await TakeAsync(Sample.With(m => m["person"]!["declaredAddress"] = null));
        var office = await app.ScalarAsync<Guid>("SELECT id FROM organisation.office WHERE code = 'RR-JUR'");
        var clerk = await app.LoggedInAsAsync("intakeClerk");
        var page = await clerk.GetAsync($"/intake/{message.Id}");

        var refused = await page.SubmitAsync(new() { ["Office"] = "" }, "form[action$='handler=Office']");
        var done = await page.SubmitAsync(new() { ["Office"] = office.ToString() }, "form[action$='handler=Office']");

        Assert.EndsWith("Izvēlieties struktūrvienību, kas šodien darbojas.", Assert.Single(refused.Errors));
        Assert.Contains("Nokārtots", done.Words, StringComparison.Ordinal);
        Assert.Equal(office, await app.ScalarAsync<Guid>("SELECT office_id FROM cases.section"));
        Assert.Equal(office, await app.ScalarAsync<Guid>("SELECT office_id FROM tasks.due_task LIMIT 1"));
        Assert.Equal(
            clerk.StaffId!.Value.Value,
            await app.ScalarAsync<Guid>("SELECT actor_id FROM audit.process WHERE type = 'exchange.officeChosen'")
        );
    }

    [Fact]
    public async Task Match_NothingIsAttachedBeforeAHumanDecides_ThenToTheChosenOne()
    {
        await TakeAsync(Sample.Line(Sample.Ruling()));
        var doubtful = await TakeAsync(SwappedCode());
        Assert.Equal(IntakeState.MatchToConfirm, doubtful.State);
        Assert.Equal(1L, await app.ScalarAsync<long>("SELECT count(*) FROM cases.section"));
        var clerk = await app.LoggedInAsAsync("intakeClerk");
        var page = await clerk.GetAsync($"/intake/{doubtful.Id}/match");
        var client = await app.ScalarAsync<Guid>("SELECT id FROM clients.client");

        var nobody = await page.SubmitAsync(new());
        var done = await page.SubmitAsync(new() { ["Who"] = client.ToString() });

        Assert.Contains("atšķiras", page.Words, StringComparison.Ordinal);
        Assert.Contains("vienāds", page.Words, StringComparison.Ordinal);
        Assert.EndsWith("Izvēlieties, kas ir šī persona.", Assert.Single(nobody.Errors));
        Assert.Equal($"/intake/{doubtful.Id}", done.Path);
        Assert.Equal(1L, await app.ScalarAsync<long>("SELECT count(*) FROM clients.client"));
        Assert.Equal(2L, await app.ScalarAsync<long>("SELECT count(*) FROM cases.section"));
        Assert.Equal(2L, await app.ScalarAsync<long>("SELECT count(*) FROM clients.client_identifier"));
        // A second decision finds nothing to decide.
        Assert.Equal($"/intake/{doubtful.Id}", (await page.SubmitAsync(new() { ["Who"] = "new" })).Path);
        Assert.Equal(1L, await app.ScalarAsync<long>("SELECT count(*) FROM clients.client"));
        Assert.NotEqual(
            0L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'exchange.matchAsked'")
        );
    }

    [Fact]
    public async Task Match_AnotherPerson_BecomesANewClient()
    {
        await TakeAsync(Sample.Line(Sample.Ruling()));
        var doubtful = await TakeAsync(SwappedCode());
        var clerk = await app.LoggedInAsAsync("intakeClerk");

        await (await clerk.GetAsync($"/intake/{doubtful.Id}/match")).SubmitAsync(new() { ["Who"] = "new" });

        Assert.Equal(2L, await app.ScalarAsync<long>("SELECT count(DISTINCT client_id) FROM cases.section"));
    }

    [Fact]
    public async Task Quarantine_MendedTextIsTakenInAndTheLineStays()
    {
        var broken = Sample.With(m => m["measures"]![0]!["hours"] = "simts");
        var rejected = await TakeAsync(broken);
        var clerk = await app.LoggedInAsAsync("intakeClerk");
        var page = await clerk.GetAsync($"/intake/{rejected.Id}/mend?as=text");

        var still = await page.SubmitAsync(new() { ["Text"] = broken.Replace("simts", "divsimt") });
        var done = await still.SubmitAsync(new() { ["Text"] = broken.Replace("\"simts\"", "100") });

        Assert.Contains(still.Errors, e => e.Contains("divsimt", StringComparison.Ordinal));
        Assert.Contains("divsimt", still.Html.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Stājies spēkā", done.Words, StringComparison.Ordinal);
        Assert.Equal(1L, await app.ScalarAsync<long>("SELECT count(*) FROM cases.section"));
        Assert.True(
            await app.ScalarAsync<bool>(
                $"SELECT state = 'mended' AND raw LIKE '%simts%' FROM exchange.intake_message WHERE id = '{rejected.Id}'"
            )
        );
        Assert.Equal(
            clerk.StaffId!.Value.Value,
            await app.ScalarAsync<Guid>("SELECT actor_id FROM audit.process WHERE type = 'exchange.taken'")
        );
        Assert.NotEqual(
            0L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'exchange.rejected'")
        );
        Assert.NotEqual(
            0L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'exchange.mended'")
        );
    }

    [Fact]
    public async Task WhatNeedsAttention_IsSettledByAHumanOnce()
    {
        var message = await TakeAsync(
            Sample.With(m => m["measures"] = JsonNode.Parse("""[{"kind":"imprisonment","months":12}]"""))
        );
        var clerk = await app.LoggedInAsAsync("intakeClerk");

        var done = await (await clerk.GetAsync($"/intake/{message.Id}")).SubmitAsync(
            new(),
            "form[action$='handler=Settle']"
        );

        Assert.Null(done.Html.QuerySelector("form[action$='handler=Settle']"));
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'exchange.settled'")
        );
    }

    [Fact]
    public async Task WithheldPenalty_IsOpenedOnlyByAHuman()
    {
        var message = await TakeAsync(
            Sample.With(m =>
                ((JsonArray)m["measures"]!).Add(
                    new JsonObject
                    {
                        ["kind"] = "probationSupervision",
                        ["role"] = "additional",
                        ["months"] = 12,
                    }
                )
            )
        );
        Assert.Equal(
            "communityWork",
            await app.ScalarAsync<string>("SELECT string_agg(measure, ',') FROM cases.section")
        );
        var clerk = await app.LoggedInAsAsync("intakeClerk");

        await (await clerk.GetAsync($"/intake/{message.Id}")).SubmitAsync(new(), "form[action$='handler=Withheld']");

        Assert.Equal(
            "communityWork,probationSupervision",
            await app.ScalarAsync<string>("SELECT string_agg(measure, ',' ORDER BY measure) FROM cases.section")
        );
        Assert.NotEqual(
            0L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'exchange.withheldOpened'")
        );
    }

    [Fact]
    public async Task Upload_IsTakenInInTheBackground()
    {
        var clerk = await app.LoggedInAsAsync("intakeClerk");
        var form = await clerk.GetAsync("/intake/upload");
        using var content = new MultipartFormDataContent
        {
            {
                new StringContent(
                    form.Html.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!
                ),
                "__RequestVerificationToken"
            },
            {
                new ByteArrayContent(
                    Encoding.UTF8.GetBytes(Sample.Line(Sample.Ruling()) + "\n" + Sample.Line(Sample.Ruling(2)))
                ),
                "Messages",
                "Jānis Bērziņš.jsonl"
            },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/intake/upload") { Content = content };

        var run = await clerk.SendAsync(request);
        await Eventually.HoldsAsync(
            async () =>
                await app.ScalarAsync<long>("SELECT count(*) FROM exchange.intake_run WHERE state = 'done'") == 1,
            "the run is done",
            60
        );

        var after = await clerk.GetAsync(run.Path);
        Assert.Contains("Apstrādāta", after.Words, StringComparison.Ordinal);
        Assert.Equal(2, await app.ScalarAsync<int>("SELECT accepted FROM exchange.intake_run"));
        Assert.Contains("Apstrādāta", (await clerk.GetAsync("/intake/runs")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Jānis", await app.ScalarAsync<string>("SELECT stored_path FROM exchange.intake_run"));
    }

    [Fact]
    public async Task Victim_IsKeptApartFromTheOffender()
    {
        await TakeAsync(
            Sample.With(m =>
            {
                m["kind"] = "mediationRequest";
                m.Remove("inForceOn");
                m["measures"] = new JsonArray();
                m["victim"] = new JsonObject
                {
                    ["givenName"] = "Cietusī",
                    ["surname"] = "Slepenā",
                    ["birthDate"] = "1980-01-01",
                };
            })
        );
        var client = await app.ScalarAsync<Guid>("SELECT id FROM clients.client");
        var manager = await app.LoggedInAsAsync("intakeClerk");

        Assert.Equal("Slepenā", await app.ScalarAsync<string>("SELECT surname FROM mediation.victim"));
        Assert.Equal(
            0L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE changes::text LIKE '%Slepen%'")
        );
        Assert.DoesNotContain(
            "Slepenā",
            (await manager.GetAsync($"/clients/{client}")).Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Slepenā",
            (await manager.GetAsync($"/clients/{client}/timeline")).Words,
            StringComparison.Ordinal
        );
    }

    private static string SwappedCode() =>
        Sample.With(m =>
        {
            m["messageId"] = Guid.NewGuid().ToString();
            m["person"]!["personalCode"] = "329999-99999";
        });

    private async Task<IntakeMessage> TakeAsync(string line)
    {
        await using var scope = app.Scope();
        var db = scope.ServiceProvider.GetRequiredService<Plus.Kernel.Storage.PlusDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var bytes = Encoding.UTF8.GetBytes(line);
        var source = new SourceLine(1, bytes, bytes.Length, System.Security.Cryptography.SHA256.HashData(bytes), false);
        await scope
            .ServiceProvider.GetRequiredService<IntakeBatch>()
            .TakeAsync([PreparedLine.Of(source, false)], null, default);
        await transaction.CommitAsync();
        return await app.ReadAsync(d => d.Set<IntakeMessage>().OrderByDescending(m => m.Id).FirstAsync());
    }
}
