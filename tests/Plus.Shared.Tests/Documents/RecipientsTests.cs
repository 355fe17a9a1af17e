using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Outbox.Channels;
using Plus.Shared.Outbox.Running;
using Plus.Testing.Cases;
using Plus.Testing.Pages;
using Section = Plus.Shared.Cases.Records.Section;

namespace Plus.Shared.Tests.Documents;

/// <summary>To whom a document goes, and how it is known that it arrived.</summary>
public sealed class RecipientsTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task Recipient_AddedAndRemovedOnTheForm_KeepsWhatWasTyped_AndEachGetsACopy()
    {
        var (section, manager) = await ArrangeAsync();
        var form = await (await SignedAsync(manager, section)).ClickAsync("Nosūtīt");
        Assert.Empty(form.Html.QuerySelectorAll("[name='Deliveries[1].Name']"));

        form = await form.SubmitAsync(
            new() { ["Deliveries[0].Channel"] = "post", ["Deliveries[0].Postal"] = "Parauga iela 1, Cēsis" },
            Form,
            "Pievienot adresātu"
        );
        form = await form.SubmitAsync(new() { ["Deliveries[1].Name"] = "Kļūda" }, Form, "Pievienot adresātu");
        Assert.Empty(form.Errors);
        form = await form.SubmitAsync(
            new() { ["Deliveries[2].Name"] = "Rīgas pilsētas tiesai", ["Deliveries[2].Kind"] = "court" },
            Form,
            "Noņemt"
        );
        Assert.Equal("Parauga iela 1, Cēsis", Value(form, "Deliveries[0].Postal"));
        Assert.Equal("Rīgas pilsētas tiesai", Value(form, "Deliveries[1].Name"));
        Assert.Empty(form.Html.QuerySelectorAll("[name='Deliveries[2].Name']"));
        var without = await form.SubmitAsync(form: Form, button: "Nosūtīt");
        Assert.Equal(["Kanāls: Izvēlieties kanālu"], without.Errors);
        var page = await without.SubmitAsync(
            new() { ["Deliveries[1].Channel"] = "eAddress", ["Deliveries[1].Electronic"] = "_TIESA@example" },
            Form,
            "Nosūtīt"
        );
        await RunAsync();

        page = await manager.GetAsync(page.Path);
        Assert.Contains("Rīgas pilsētas tiesai", page.Words);
        Assert.Equal(
            ["eAddress court sent", "post person sent"],
            await app.ReadListAsync(
                $"SELECT channel || ' ' || kind || ' ' || state FROM documents.document_recipient WHERE client_id = '{section.ClientId}' ORDER BY 1"
            )
        );
        Assert.Equal(
            "2",
            await app.ScalarAsync<string>(
                $"SELECT values->>'count' FROM audit.process WHERE type = 'documents.sent' AND client_id = '{section.ClientId}'"
            )
        );
    }

    [Fact]
    public async Task HalfFilledForm_ComesBackWithAllItsRecipients()
    {
        var (section, manager) = await ArrangeAsync();
        var page = await SignedAsync(manager, section);
        var form = await page.ClickAsync("Nosūtīt");
        form = await form.SubmitAsync(form: Form, button: "Pievienot adresātu");
        await form.SubmitAsync(new() { ["Deliveries[1].Name"] = "Valsts policijai" }, Form, "Nosūtīt");

        var again = await manager.GetAsync(page.Path + "/send");

        Assert.Equal("Valsts policijai", Value(again, "Deliveries[1].Name"));
    }

    [Fact]
    public async Task LetterByPost_StandsInTheListOfItsDay_AndItsProofIsNotedByAPerson()
    {
        var (section, manager) = await ArrangeAsync();
        var page = await SignedAsync(manager, section);
        page = await (await page.ClickAsync("Nosūtīt")).SubmitAsync(
            new() { ["Deliveries[0].Channel"] = "post", ["Deliveries[0].Postal"] = "Liepu iela 7, Valmiera" },
            Form,
            "Nosūtīt"
        );
        await RunAsync();

        var list = await (await manager.GetAsync("/documents")).ClickAsync("Pasta sūtījumu saraksts");
        Assert.Contains("Liepu iela 7, Valmiera", list.Words);
        Assert.Contains("Liepu iela 7", (await manager.GetAsync("/documents/post?handler=export&format=csv")).Text);
        Assert.DoesNotContain("Liepu iela 7", (await manager.GetAsync("/documents/post?day=2026-04-14")).Words);
        Assert.Contains("Liepu iela 7", (await manager.GetAsync("/documents/post?day=open")).Words);
        var stranger = await app.LoggedInAsAsync("caseManager", await app.OfficeAsync(3));
        Assert.DoesNotContain("Liepu iela 7", (await stranger.GetAsync("/documents/post")).Words);
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.view WHERE kind = 'disclose' AND part = 'documents.send' AND '{section.ClientId}' = ANY (clients)"
            )
        );

        var note = await NoteAsync(await manager.GetAsync(page.Path));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(note.Path)).Status);
        var empty = await note.SubmitAsync(form: Form);
        Assert.Equal(2, empty.Errors.Count);
        var early = await empty.SubmitAsync(
            new() { ["Input.Outcome"] = "delivered", ["Input.On"] = "14.04.2026" },
            Form
        );
        Assert.Contains("Ierakstiet dienu no nosūtīšanas dienas", early.Errors.Single());
        page = await early.SubmitAsync(new() { ["Input.On"] = "15.04.2026", ["Input.Proof"] = "RR123" }, Form);

        Assert.Contains("Piegādāts", page.Words);
        Assert.DoesNotContain("Atzīmēt piegādi", page.Words);
        // By post the rule counts seven days, whenever it arrived.
        Assert.Contains("22.04.2026", page.Words);
        Assert.Equal(
            "RR123",
            await app.ScalarAsync<string>(
                $"SELECT proof FROM documents.document_recipient WHERE client_id = '{section.ClientId}'"
            )
        );
        Assert.Equal(2, await app.ProcessesAsync(section.Id, "documents.delivery"));
        Assert.Contains("nav ceļā", (await manager.GetAsync(note.Path)).Words);
    }

    [Fact]
    public async Task LetterThatCameBack_IsSentAgain_AndAnotherRecipientMayFollow()
    {
        var (section, manager) = await ArrangeAsync();
        var page = await SignedAsync(manager, section);
        page = await (await page.ClickAsync("Nosūtīt")).SubmitAsync(
            new() { ["Deliveries[0].Channel"] = "post", ["Deliveries[0].Postal"] = "Liepu iela 7" },
            Form,
            "Nosūtīt"
        );
        await RunAsync();
        var note = await NoteAsync(await manager.GetAsync(page.Path));
        page = await note.SubmitAsync(new() { ["Input.Outcome"] = "returned", ["Input.On"] = "15.04.2026" }, Form);
        Assert.Contains("Sūtījums atgriezts vai nav izsniegts", page.Words);
        page = await (await page.ClickAsync("Nosūtīt")).SubmitAsync(
            new() { ["Deliveries[0].Channel"] = "handed" },
            Form,
            "Nosūtīt"
        );
        await RunAsync();

        var form = await (await manager.GetAsync(page.Path)).ClickAsync("Nosūtīt vēl kādam");
        Assert.Equal("", Value(form, "Deliveries[0].Name") ?? "");
        page = await form.SubmitAsync(
            new()
            {
                ["Deliveries[0].Name"] = "Cēsu prokuratūrai",
                ["Deliveries[0].Kind"] = "prosecutor",
                ["Deliveries[0].Channel"] = "eAddress",
                ["Deliveries[0].Electronic"] = "_PROKURATURA@example",
            },
            Form,
            "Nosūtīt"
        );
        await RunAsync();

        Assert.Equal(
            ["eAddress sent", "handed delivered"],
            await app.ReadListAsync(
                $"SELECT channel || ' ' || state FROM documents.document_recipient WHERE client_id = '{section.ClientId}' ORDER BY 1"
            )
        );
        Assert.Equal("sent", await StateAsync(section));
    }

    [Fact]
    public async Task ProofThatComesLate_LeavesARegisteredDocumentInTheCaseFile()
    {
        var (section, manager) = await ArrangeAsync();
        var page = await SignedAsync(manager, section);
        page = await (await page.ClickAsync("Nosūtīt")).SubmitAsync(
            new() { ["Deliveries[0].Channel"] = "eAddress", ["Deliveries[0].Electronic"] = "_PERSON@example" },
            Form,
            "Nosūtīt"
        );
        await RunAsync();
        page = await (await (await manager.GetAsync(page.Path)).ClickAsync("Pievienot lietai")).SubmitAsync(form: Form);
        var message = await app.ScalarAsync<Guid>(
            $"SELECT id FROM outbox.message WHERE client_id = '{section.ClientId}'"
        );
        var folder = app.Services.GetRequiredService<OutboxFolders>().Of("eAddress");
        await File.WriteAllTextAsync(Path.Combine(folder, $"{message:N}.delivered"), "");
        app.Now = app.Now.AddMinutes(5);
        await RunAsync();

        Assert.Equal("registered", await StateAsync(section));
        Assert.Contains("Piegādāts", (await manager.GetAsync(page.Path)).Words);
    }

    private const string Form = "main form[novalidate]";

    private static Task<ReadPage> NoteAsync(ReadPage page) =>
        page.Browser.GetAsync(page.Html.QuerySelector("main a[href$='/proof']")!.GetAttribute("href")!);

    private static string? Value(ReadPage page, string name) =>
        page.Html.QuerySelector($"[name='{name}']")!.GetAttribute("value");

    private Task<string> StateAsync(Section section) =>
        app.ScalarAsync<string>($"SELECT state FROM documents.document WHERE client_id = '{section.ClientId}'");

    private Task<int> RunAsync() => app.Services.GetRequiredService<OutboxRunner>().LookAsync(default);

    private async Task<(Section Section, PageBrowser Manager)> ArrangeAsync()
    {
        Staff person = await app.StaffAsync("caseManager");
        var section = await app.SectionAsync(new MeasureTerms("communityWork") { Hours = 100 }, manager: person.Id);
        return (section, await app.LoggedInAsAsync(person));
    }

    private static async Task<ReadPage> SignedAsync(PageBrowser manager, Section section)
    {
        var page = await manager.GetAsync($"/clients/{section.ClientId}/documents/make?section={section.Id}");
        page = await (await page.ClickAsync("Brīdinājums")).SubmitAsync(button: "Izveidot projektu");
        page = await (await page.ClickAsync("Nodot parakstīšanai")).SubmitAsync(button: "Nodot parakstīšanai");
        return await (await page.ClickAsync("Atzīmēt parakstu")).SubmitAsync(new() { ["How"] = "paper" });
    }
}
