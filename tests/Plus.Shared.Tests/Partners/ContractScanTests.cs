using System.Net;
using Plus.Kernel.Ids;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Partners;

/// <summary>Scans of a host's contract: taken in by their content, the earlier ones kept, handed out by reach and noted.</summary>
public sealed class ContractScanTests(PlusApp app) : IClassFixture<PlusApp>
{
    private const string Form = "form[enctype]";

    [Fact]
    public async Task Scan_IsTakenInByItsContent_ANewerOneStandsBeforeTheEarlier_AndEachIsHandedOutAndNoted()
    {
        var head = await app.AsAsync("officeHead");
        var host = await app.HostAsync("Skenētais devējs", new DateOnly(2025, 1, 1));
        var page = await head.GetAsync(await HrefAsync(host));

        var none = await page.SubmitAsync();
        Assert.Contains("Izvēlieties", Assert.Single(none.Errors), StringComparison.Ordinal);
        var program = await page.SendFileAsync("Input.Scan", "ligums.pdf", "MZ\u0001\u0002"u8.ToArray(), Form);
        Assert.Single(program.Errors);
        Assert.Equal(0L, await ScansAsync(host));

        await page.SendFileAsync("Input.Scan", "ligums.png", Png(0), Form);
        var again = await (await head.GetAsync(page.Path)).SendFileAsync("Input.Scan", "ligums.png", Png(0), Form);
        Assert.Contains("jau ir pievienota", Assert.Single(again.Errors), StringComparison.Ordinal);
        var second = await again.SendFileAsync("Input.Scan", "jauns.png", Png(1), Form);

        Assert.Equal($"/partners/{host}", second.Path);
        var links = second.Html.QuerySelectorAll("a[href^='/partners/scans/']");
        Assert.Equal(2, links.Length);
        Assert.StartsWith("Skenēts līgums Nr. 2", links[0].TextContent, StringComparison.Ordinal);
        var earlier = await head.GetAsync(links[1].GetAttribute("href")!);
        Assert.Equal(Png(0), earlier.Bytes);
        Assert.Equal(2L, await CountAsync(host, "partners.scanAdded"));
        Assert.Equal(1L, await CountAsync(host, "partners.scanHandedOut"));
    }

    [Fact]
    public async Task Scan_ComesWithANewContract_OrNothingIsMade()
    {
        var head = await app.AsAsync("officeHead");
        var host = await app.HostAsync("Jauna līguma devējs", new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31));
        var page = await head.GetAsync($"/partners/{host}/contracts/new");

        var refused = await FilledAsync(page, "MZ\u0001\u0002"u8.ToArray());
        Assert.Single(refused.Errors);
        Assert.Equal(1L, await ContractsAsync(host));
        await FilledAsync(page, Png(2));
        Assert.Equal(2L, await ContractsAsync(host));
        Assert.Equal(1L, await ScansAsync(host));
    }

    [Fact]
    public async Task Scan_OfAnotherOffice_IsNeitherAddedNorTaken_NorByARoleThatOnlySeesHosts()
    {
        var head = await app.AsAsync("officeHead");
        var host = await app.HostAsync("Rīgas devējs", new DateOnly(2025, 1, 1));
        var href = await HrefAsync(host);
        await (await head.GetAsync(href)).SendFileAsync("Input.Scan", "ligums.png", Png(3), Form);
        var scan = await app.ScalarAsync<Guid>(
            $"SELECT s.id FROM partners.contract_scan s JOIN partners.host_contract c ON c.id = s.contract_id WHERE c.host_employer_id = '{host}'"
        );
        var elsewhere = await app.LoggedInAsAsync("officeHead", await app.OfficeAsync(1));
        var analyst = await app.AsAsync("analyst");

        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(href)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/partners/scans/{scan}")).Status);
        Assert.Null((await elsewhere.GetAsync($"/partners/{host}")).Html.QuerySelector("a[href^='/partners/scans/']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync(href)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync($"/partners/scans/{scan}")).Status);
        Assert.Equal(0L, await CountAsync(host, "partners.scanHandedOut"));
    }

    // The page with a number and a day as a browser would send it, with a file.
    private static Task<ReadPage> FilledAsync(ReadPage page, byte[] file)
    {
        page.Html.QuerySelector("[name='Input.Number']")!.SetAttribute("value", "L-78");
        page.Html.QuerySelector("[name='Input.From']")!.SetAttribute("value", "01.01.2026");
        return page.SendFileAsync("Input.Scan", "ligums.png", file, Form);
    }

    private async Task<string> HrefAsync(HostEmployerId host) =>
        $"/partners/{host}/contracts/{await app.ScalarAsync<Guid>($"SELECT id FROM partners.host_contract WHERE host_employer_id = '{host}'")}/scan";

    private Task<long> ScansAsync(HostEmployerId host) =>
        app.ScalarAsync<long>(
            $"SELECT count(*) FROM partners.contract_scan s JOIN partners.host_contract c ON c.id = s.contract_id WHERE c.host_employer_id = '{host}'"
        );

    private Task<long> ContractsAsync(HostEmployerId host) =>
        app.ScalarAsync<long>($"SELECT count(*) FROM partners.host_contract WHERE host_employer_id = '{host}'");

    private Task<long> CountAsync(HostEmployerId host, string type) =>
        app.ScalarAsync<long>($"SELECT count(*) FROM audit.process WHERE type = '{type}' AND subject_id = '{host}'");

    // A picture of one pixel; a chunk of words at its end tells one from another.
    private static byte[] Png(byte which)
    {
        byte[] whole = Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
        );
        return [.. whole, which];
    }
}
