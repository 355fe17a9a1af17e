using System.Net;
using Plus.Shared.Cases.Contract;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Support;

/// <summary>Providers, contracts, the month's statement, invoices with differences, payments, what is left.</summary>
public sealed class SettlingTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly MeasureTerms Year = new("probationSupervision") { Role = "main", Months = 12 };

    [Fact]
    public async Task Invoice_WithADayTooMany_IsOwedAsReckoned_Paid_AndItsMonthStays()
    {
        var manager = await app.AsAsync("caseManager");
        var accountant = await app.AsAsync("accountant");
        var section = await app.SectionAsync(Year, manager.StaffId, inForceOn: new DateOnly(2026, 2, 2));
        var contract = await app.ContractAsync(price: 25);
        var stay = await manager.ReferAsync(section.Id, contract);
        await manager.StepAsync(stay.Path, "enter", new() { ["Input.On"] = "22.03.2026" });
        var number = await app.ScalarAsync<string>(
            $"SELECT number FROM support.rehabilitation WHERE section_id = '{section.Id}'"
        );

        var statement = await accountant.GetAsync($"/support/contracts/{contract.Id}/months/2026-03");
        Assert.Contains("Dienests maksā 175,00 EUR", statement.Words, StringComparison.Ordinal);
        Assert.Contains(number, statement.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Bērziņš", statement.Words, StringComparison.Ordinal);
        Assert.Equal(0, await app.ViewsAsync(section.ClientId, "support.settle"));
        var csv = await accountant.GetAsync(statement.Path + "?handler=export&format=csv");
        Assert.Contains(number, csv.Text, StringComparison.Ordinal);

        var form = await statement.ClickAsync("Pievienot rēķinu");
        var empty = await form.SubmitAsync(
            new()
            {
                ["Input.Number"] = "R-1",
                ["Input.IssuedOn"] = "01.04.2026",
                ["Input.ReceivedOn"] = "02.04.2026",
            },
            form: "main form[novalidate]"
        );
        Assert.Contains("vismaz vienu rindu", Assert.Single(empty.Errors), StringComparison.Ordinal);
        var invoice = await empty.SubmitAsync(
            new()
            {
                ["Input.Lines[0].Units"] = "11",
                ["Input.Lines[0].Euro"] = "192,50",
                ["Input.Lines[1].Referral"] = "sr-svesais",
                ["Input.Lines[1].Units"] = "2",
                ["Input.Lines[1].Euro"] = "35",
            },
            form: "main form[novalidate]"
        );
        Assert.Contains("Atšķiras 2 rindas; kopējā starpība 52,50 EUR", invoice.Words, StringComparison.Ordinal);
        Assert.Contains("SR-SVESAIS", invoice.Words, StringComparison.Ordinal);

        var decide = await invoice.ClickAsync("Akceptēt vai atdot rēķinu");
        Assert.Contains("jāmaksā 175,00 EUR", decide.Words, StringComparison.Ordinal);
        var silent = await decide.SubmitAsync(new() { ["Input.Decision"] = "accepted" }, form: "main form[novalidate]");
        Assert.Single(silent.Errors);
        var accepted = await silent.SubmitAsync(
            new() { ["Input.Note"] = "Viena diena un svešs nosūtījums lieki" },
            form: "main form[novalidate]"
        );
        var paid = await (await accepted.ClickAsync("Pierakstīt samaksu")).SubmitAsync(
            new() { ["Input.On"] = "15.04.2026", ["Input.Number"] = "MU-77" },
            form: "main form[novalidate]"
        );
        Assert.Contains("samaksāts", paid.Words, StringComparison.Ordinal);
        Assert.Contains("15.04.2026, maksājuma uzdevums MU-77", paid.Words, StringComparison.Ordinal);
        Assert.Equal(
            ["support.invoiceAccepted", "support.invoicePaid", "support.invoiceReceived"],
            await TypesAsync(paid.Path)
        );

        // 25 days to 15 April at 17.50.
        var budget = await accountant.GetAsync($"/support/contracts/{contract.Id}");
        Assert.Contains("437,50", budget.Words, StringComparison.Ordinal);
        Assert.Contains("9 562,50", budget.Words.Replace('\u00A0', ' '), StringComparison.Ordinal);
        var late = await manager.StepAsync(
            stay.Path,
            "absence",
            new()
            {
                ["Input.From"] = "30.03.2026",
                ["Input.To"] = "30.03.2026",
                ["Input.Reason"] = "Prombūtne",
            }
        );
        Assert.Contains("Rēķins par 03.2026 ir akceptēts", Assert.Single(late.Errors), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await accountant.GetAsync(statement.Path + "/invoice")).Status);
    }

    [Fact]
    public async Task Invoice_Returned_MakesPlaceForTheCorrectedOne_AndNeedsAReason()
    {
        var accountant = await app.AsAsync("accountant");
        var manager = await app.AsAsync("caseManager");
        var section = await app.SectionAsync(Year, manager.StaffId, inForceOn: new DateOnly(2026, 2, 2));
        var contract = await app.ContractAsync();
        var stay = await manager.ReferAsync(section.Id, contract);
        await manager.StepAsync(stay.Path, "enter", new() { ["Input.On"] = "30.03.2026" });
        var invoice = await InvoiceAsync(accountant, contract.Id, "R-1");

        var decide = await accountant.GetAsync(invoice.Path + "/decide");
        var silent = await decide.SubmitAsync(new() { ["Input.Decision"] = "returned" }, form: "main form[novalidate]");
        Assert.Single(silent.Errors);
        var returned = await silent.SubmitAsync(
            new() { ["Input.Note"] = "Nav pielikuma" },
            form: "main form[novalidate]"
        );
        Assert.Contains("atdots", returned.Words, StringComparison.Ordinal);
        Assert.Contains("support.invoiceReturned", await TypesAsync(returned.Path));

        var again = await InvoiceAsync(accountant, contract.Id, "R-1");
        Assert.Contains("jau ir rēķins", Assert.Single(again.Errors), StringComparison.Ordinal);
        var corrected = await InvoiceAsync(accountant, contract.Id, "R-1a");
        Assert.Contains("sakrīt", corrected.Words, StringComparison.Ordinal);
        var list = await accountant.GetAsync("/support/invoices?state=returned");
        Assert.Contains("R-1", list.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("R-1a", list.Words, StringComparison.Ordinal);
        var conflict = await decide.SubmitAsync(
            new() { ["Input.Decision"] = "returned", ["Input.Note"] = "Vēlreiz" },
            form: "main form[novalidate]"
        );
        Assert.Equal(HttpStatusCode.NotFound, conflict.Status);
    }

    [Fact]
    public async Task Provider_AndContract_AreAddedAndAmended_AndWhatIsImpossibleIsRefused()
    {
        var accountant = await app.AsAsync("accountant");
        var form = await accountant.GetAsync("/support/providers/new");
        var wrong = await form.SubmitAsync(
            new()
            {
                ["Input.Name"] = "Nodibinājums Krasts",
                ["Input.Kind"] = "foundation",
                ["Input.RegistrationNo"] = "123",
            },
            form: "main form[novalidate]"
        );
        Assert.Single(wrong.Errors);
        Assert.Contains("Nodibinājums Krasts", wrong.Text, StringComparison.Ordinal);
        var provider = await wrong.SubmitAsync(
            new() { ["Input.RegistrationNo"] = "40003245752" },
            form: "main form[novalidate]"
        );
        Assert.Equal("Nodibinājums Krasts", provider.Heading);
        var known = await (await accountant.GetAsync("/support/providers/new")).SubmitAsync(
            new()
            {
                ["Input.Name"] = "Cits",
                ["Input.Kind"] = "company",
                ["Input.RegistrationNo"] = "LV40003245752",
            },
            form: "main form[novalidate]"
        );
        Assert.Contains("jau ir: Nodibinājums Krasts", Assert.Single(known.Errors), StringComparison.Ordinal);
        var changed = await (await accountant.GetAsync(provider.Path + "/edit")).SubmitAsync(
            new() { ["Input.Contact"] = "Anna, +371 20000001" },
            form: "main form[novalidate]"
        );
        Assert.Contains("Anna, +371 20000001", changed.Words, StringComparison.Ordinal);

        var agreement = await accountant.GetAsync(provider.Path + "/contracts/new");
        Dictionary<string, string?> fields = new()
        {
            ["Input.Number"] = "2026/1",
            ["Input.Kind"] = "rehabilitation",
            ["Input.Funding"] = "budget",
            ["Input.From"] = "01.01.2026",
            ["Input.To"] = "31.12.2025",
            ["Input.Amount"] = "5 000,005",
            ["Input.UnitPrice"] = "25",
        };
        var cents = await agreement.SubmitAsync(fields, form: "main form[novalidate]");
        Assert.Equal(2, cents.Errors.Count);
        fields["Input.Amount"] = "5000";
        fields["Input.Places"] = "3";
        var backwards = await cents.SubmitAsync(fields, form: "main form[novalidate]");
        Assert.Contains("agrāka par pirmo", Assert.Single(backwards.Errors), StringComparison.Ordinal);
        var contract = await backwards.SubmitAsync(
            new() { ["Input.To"] = "31.12.2026" },
            form: "main form[novalidate]"
        );
        Assert.Contains("5 000,00", contract.Words.Replace('\u00A0', ' '), StringComparison.Ordinal);
        var amended = await (await accountant.GetAsync(contract.Path + "/amend")).SubmitAsync(
            new() { ["Input.Amount"] = "6000", ["Input.Reason"] = "Vienošanās Nr. 1" },
            form: "main form[novalidate]"
        );
        Assert.Contains("6 000,00", amended.Words.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(["support.providerAdded", "support.providerChanged"], await TypesAsync(provider.Path));
        Assert.Equal(["support.contractAdded", "support.contractAmended"], await TypesAsync(contract.Path));
        Assert.Contains("Krasts", (await accountant.GetAsync("/support/providers")).Words, StringComparison.Ordinal);

        var manager = await app.AsAsync("caseManager");
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync(contract.Path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.GetAsync(contract.Path + "/amend")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.GetAsync("/support/invoices")).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await accountant.GetAsync($"/sections/{Guid.NewGuid()}/support")).Status
        );
        Assert.Equal(HttpStatusCode.NotFound, (await accountant.GetAsync(contract.Path + "/months/2027-01")).Status);
    }

    private Task<IReadOnlyList<string>> TypesAsync(string path) =>
        app.ReadListAsync($"SELECT type FROM audit.process WHERE subject_id = '{path.Split('/')[^1]}' ORDER BY 1");

    private static async Task<ReadPage> InvoiceAsync(PageBrowser accountant, Guid contract, string number) =>
        await (await accountant.GetAsync($"/support/contracts/{contract}/months/2026-03/invoice")).SubmitAsync(
            new()
            {
                ["Input.Number"] = number,
                ["Input.IssuedOn"] = "01.04.2026",
                ["Input.ReceivedOn"] = "02.04.2026",
                ["Input.Lines[0].Units"] = "2",
                ["Input.Lines[0].Euro"] = "35",
            },
            form: "main form[novalidate]"
        );
}
