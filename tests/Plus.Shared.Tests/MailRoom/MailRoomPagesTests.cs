using System.Net;
using Plus.Shared.Tests.Files;
using Plus.Testing.Arranging;
using Plus.Testing.Pages;
using static Plus.Shared.Tests.MailRoom.MailRoomScene;

namespace Plus.Shared.Tests.MailRoom;

public sealed class MailRoomPagesTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task Letter_IsRegisteredWithItsScan_AndTheDayByWhichToAnswer()
    {
        var clerk = await app.AsAsync("registryClerk");

        var page = await clerk.RegisterAsync(Letter(), ("Jānis Bērziņš.pdf", HostileFiles.Pdf));

        Assert.Contains("Reģistrēts ar numuru I-2026-", page.Words, StringComparison.Ordinal);
        // A month from the 13th of April; the parameter is unverified and says so.
        Assert.Contains(
            "Termiņš 13.05.2026: 1 mēnesis no 13.04.2026, Iesniegumu likums 5. pants (nav pārbaudīts)",
            page.Words,
            StringComparison.Ordinal
        );
        var link = page.Html.QuerySelector("main a[href*='/files/']")!.GetAttribute("href")!;
        var file = await clerk.GetAsync(link);
        Assert.Equal(HostileFiles.Pdf, file.Bytes);
        var disposition = file.Response.Content.Headers.ContentDisposition!;
        Assert.Equal("attachment", disposition.DispositionType);
        Assert.Matches("^I-2026-\\d{6}-1\\.pdf$", disposition.FileName!.Trim('"'));
        Assert.DoesNotContain(app.FilesThere(), f => f.Contains("Jānis", StringComparison.Ordinal));
        Assert.NotEqual(
            0L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'mailroom.registered'")
        );
    }

    [Fact]
    public async Task HostileScan_IsRefusedAtItsField_AndNothingIsRegistered()
    {
        var clerk = await app.AsAsync("registryClerk");
        var before = await app.ScalarAsync<long>("SELECT count(*) FROM mailroom.incoming");

        var page = await clerk.RegisterAsync(
            Letter(),
            ("labs.pdf", HostileFiles.Pdf),
            ("slikts.docx", HostileFiles.Docx(more: ("word/vbaProject.bin", "x")))
        );

        Assert.Contains("makrosiem", page.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Par tikšanās laiku",
            page.Html.QuerySelector("[name='Input.Subject']")!.GetAttribute("value"),
            StringComparison.Ordinal
        );
        Assert.Equal(before, await app.ScalarAsync<long>("SELECT count(*) FROM mailroom.incoming"));
    }

    [Fact]
    public async Task WrongDays_AreRefusedInWords()
    {
        var clerk = await app.AsAsync("registryClerk");
        var future = Letter();
        future["Input.ReceivedOn"] = "01.01.2027";
        var early = Letter();
        early["Input.DueOn"] = "01.04.2026";

        Assert.Contains("nākotnē", (await clerk.RegisterAsync(future)).Words, StringComparison.Ordinal);
        Assert.Contains("pirms saņemšanas", (await clerk.RegisterAsync(early)).Words, StringComparison.Ordinal);
        Assert.Contains(
            "Izvēlieties dokumenta veidu",
            (await clerk.RegisterAsync(Letter(""))).Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Letter_GoesFromClientToPersonToAnswer_EachWithItsAuditLine()
    {
        var office = await app.OfficeAsync();
        var person = await app.PersonAsync("Anna", "Adresāte", office);
        var manager = await app.StaffAsync("caseManager", office);
        var clerk = await app.AsAsync("registryClerk");
        var letter = Letter("complaint");
        letter["Input.Subject"] = $"Sūdzība lietā {person.Case.Number}";
        var page = await clerk.RegisterAsync(letter);
        Assert.Contains("Anna Adresāte", page.Words, StringComparison.Ordinal);

        page = await page.SubmitAsync(new(), "form[action*='Client']");
        Assert.Contains("uz kuru klientu", page.Words, StringComparison.Ordinal);
        page = await page.SubmitAsync(new() { ["Person"] = manager.Id.ToString() }, "form[action*='Assign']");
        Assert.Contains("Nodots izpildei", page.Words, StringComparison.Ordinal);
        var hers = await app.LoggedInAsAsync(manager);
        Assert.Contains(
            "Jums nodotie saņemtie dokumenti: 1",
            (await hers.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        var mine = await hers.GetAsync(page.Path.Split('?')[0]);
        page = await mine.SubmitAsync(new() { ["Answer"] = "1-7/55" }, "form[action*='Answer']");

        Assert.Contains("1-7/55", page.Words, StringComparison.Ordinal);
        Assert.Equal(
            "mailroom.answered,mailroom.assigned,mailroom.clientSet",
            await app.ScalarAsync<string>(
                $"SELECT string_agg(DISTINCT type, ',' ORDER BY type) FROM audit.process WHERE client_id = '{person.Client.Id}' AND type LIKE 'mailroom.%'"
            )
        );
        Assert.Contains(
            "Atbildēts uz saņemto dokumentu",
            (await hers.GetAsync($"/clients/{person.Client.Id}/timeline")).Words,
            StringComparison.Ordinal
        );
        var again = await clerk.GetAsync(mine.Path);
        Assert.DoesNotContain("form[action*='Answer']", again.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LetterFiledWithoutAnswer_SaysWhy_AndIsNotClosedTwice()
    {
        var clerk = await app.AsAsync("registryClerk");
        var page = await clerk.RegisterAsync(Letter("notice"));
        var stale = await clerk.GetAsync(page.Path);

        page = await page.SubmitAsync(new() { ["Reason"] = "Zināšanai" }, "form[action*='File']");
        Assert.Contains("Pievienots lietai", page.Words, StringComparison.Ordinal);
        Assert.NotEqual(
            0L,
            await app.ScalarAsync<long>(
                "SELECT count(*) FROM audit.process WHERE type = 'mailroom.filed' AND reason = 'Zināšanai'"
            )
        );
        var late = await stale.SubmitAsync(new() { ["Answer"] = "1" }, "form[action*='Answer']");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
    }

    [Fact]
    public async Task LetterOfAnotherOffice_DoesNotExist_NorDoesItsFile()
    {
        var clerk = await app.AsAsync("registryClerk");
        var page = await clerk.RegisterAsync(Letter(), ("a.pdf", HostileFiles.Pdf));
        var link = page.Html.QuerySelector("main a[href*='/files/']")!.GetAttribute("href")!;
        var stranger = await app.LoggedInAsAsync("officeHead", await app.OfficeAsync(1));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(page.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(link)).Status);
        Assert.DoesNotContain(
            "Rīgas pilsētas tiesa",
            (await stranger.GetAsync("/mailroom")).Words,
            StringComparison.Ordinal
        );
        var analyst = await app.AsAsync("analyst");
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync("/mailroom")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync(link)).Status);
        var reader = await app.AsAsync("caseManager");
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync("/mailroom/new")).Status);
    }

    [Fact]
    public async Task Register_IsFilteredAndExported_AndWhoIsInItIsLogged()
    {
        var person = await app.PersonAsync("Berta", "Sarakstā");
        var clerk = await app.AsAsync("registryClerk");
        var letter = Letter("informationRequest");
        letter["Input.Client"] = "Sarakstā";
        letter["Input.ClientId"] = person.Client.Id.ToString();
        await clerk.RegisterAsync(letter);

        var list = await clerk.GetAsync("/mailroom?kind=informationRequest&state=open");
        var csv = await clerk.GetAsync("/mailroom?handler=Export&format=csv&kind=informationRequest");

        Assert.Contains("Sarakstā Berta", list.Words, StringComparison.Ordinal);
        Assert.Contains("Sarakstā Berta", csv.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Sarakstā Berta",
            (await clerk.GetAsync("/mailroom?kind=ruling")).Words,
            StringComparison.Ordinal
        );
        Assert.NotEqual(
            0L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.view WHERE kind = 'disclose' AND part = 'mailroom.view' AND clients @> ARRAY['{person.Client.Id}'::uuid]"
            )
        );
    }
}
