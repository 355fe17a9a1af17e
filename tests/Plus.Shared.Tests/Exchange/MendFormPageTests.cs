using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Plus.Shared.Exchange.Lines;
using Plus.Shared.Exchange.Taking;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Exchange;

/// <summary>A quarantined line mended field by field.</summary>
public sealed class MendFormPageTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task EachReasonStandsBesideItsField_AndTheMendedMessageIsTakenIn()
    {
        var id = await RejectAsync(
            Sample.With(
                m =>
                {
                    m["issuedOn"] = "2026-02-30";
                    m["measures"]![0]!["hours"] = "simts";
                },
                number: 61
            )
        );
        var clerk = await app.LoggedInAsAsync("intakeClerk");
        var page = await clerk.GetAsync($"/intake/{id}/mend");
        Assert.Contains("2026-02-30", ErrorOf(page, "m.issuedOn"), StringComparison.Ordinal);
        Assert.Contains("simts", ErrorOf(page, "m.measures.0.hours"), StringComparison.Ordinal);
        Assert.Empty(page.Html.QuerySelectorAll("textarea"));

        var still = await page.SubmitAsync(new() { ["m.issuedOn"] = "19.10.26", ["m.measures.0.hours"] = "divi" });
        Assert.Contains("divi", ErrorOf(still, "m.measures.0.hours"), StringComparison.Ordinal);
        Assert.Equal("19.10.2026", Field(still, "m.issuedOn").GetAttribute("value"));
        var done = await still.SubmitAsync(new() { ["m.measures.0.hours"] = "100" });

        Assert.Contains("Stājies spēkā", done.Words, StringComparison.Ordinal);
        Assert.Equal(
            "mended",
            await app.ScalarAsync<string>($"SELECT state FROM exchange.intake_message WHERE id = '{id}'")
        );
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE type = 'exchange.mended' AND subject_id = '{id}' AND actor_id = '{clerk.StaffId!.Value.Value}'"
            )
        );
        Assert.Equal(
            new DateOnly(2026, 10, 19),
            await app.ScalarAsync<DateOnly>("SELECT issued_on FROM cases.basis WHERE number = 'K-61-26'")
        );
    }

    [Fact]
    public async Task AnotherKindOfMeasure_AsksForItsOwnMembers()
    {
        var id = await RejectAsync(Sample.With(m => m["measures"]![0]!["kind"] = "flogging", number: 62));
        var clerk = await app.LoggedInAsAsync("intakeClerk");
        var page = await clerk.GetAsync($"/intake/{id}/mend");

        var asked = await page.SubmitAsync(new() { ["m.measures.0.kind"] = "suspendedSentence" });

        Assert.NotEqual("", ErrorOf(asked, "m.measures.0.testPeriodMonths"));
        var done = await asked.SubmitAsync(
            new() { ["m.measures.0.testPeriodMonths"] = "12", ["m.measures.0.imprisonmentMonths"] = "6" }
        );
        Assert.Contains("Stājies spēkā", done.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InEnglish_TheReasonIsEnglish()
    {
        var id = await RejectAsync(Sample.With(m => m["measures"]![0]!["hours"] = -5, number: 63));
        var clerk = await app.LoggedInAsAsync("intakeClerk");
        var page = await clerk.GetAsync($"/intake/{id}/mend?lang=en");

        Assert.NotEqual("", ErrorOf(page, "m.measures.0.hours"));
    }

    [Fact]
    public async Task ALineThatIsNoJson_IsMendedAsText()
    {
        var id = await RejectAsync("{\"messageId\": 1,");
        var clerk = await app.LoggedInAsAsync("intakeClerk");

        var page = await clerk.GetAsync($"/intake/{id}/mend");

        Assert.NotNull(page.Html.QuerySelector("textarea[name=Text]"));
        var done = await page.SubmitAsync(new() { ["Text"] = Sample.With(_ => { }, number: 64) });
        Assert.Contains("Stājies spēkā", done.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SomebodyElse_SeesNothing()
    {
        var id = await RejectAsync(Sample.With(m => m.Remove("person"), number: 65));
        var other = await app.LoggedInAsAsync("caseManager");

        Assert.Equal(403, (int)(await other.GetAsync($"/intake/{id}/mend")).Status);
    }

    private static IElement Field(ReadPage page, string name) => page.Html.QuerySelector($"[name='{name}']")!;

    private static string ErrorOf(ReadPage page, string name)
    {
        var described = Field(page, name).GetAttribute("aria-describedby") ?? "";
        var id = described.Split(' ').FirstOrDefault(d => d.EndsWith("-error", StringComparison.Ordinal));
        return id is null ? "" : page.Html.GetElementById(id)!.TextContent;
    }

    private async Task<Guid> RejectAsync(string line)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(line);
        var source = new SourceLine(
            1,
            bytes,
            bytes.Length,
            System.Security.Cryptography.SHA256.HashData(bytes),
            TooLong: false
        );
        await using var scope = app.Scope();
        var db = scope.ServiceProvider.GetRequiredService<Kernel.Storage.PlusDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await scope
            .ServiceProvider.GetRequiredService<IntakeBatch>()
            .TakeAsync([PreparedLine.Of(source, false)], null, default);
        await transaction.CommitAsync();
        return await app.ScalarAsync<Guid>(
            "SELECT id FROM exchange.intake_message WHERE state = 'rejected' ORDER BY id DESC LIMIT 1"
        );
    }
}
