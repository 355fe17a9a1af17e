using System.Net;
using System.Net.Http.Headers;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Signatures;

/// <summary>The page that says what the signatures of a file are worth.</summary>
public sealed class CheckFilePageTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task SignedFile_IsToldInWordsOfBothLanguages()
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        var page = await SendAsync(browser, Containers.Given("TS.asice"));
        Assert.Contains("Nav apliecināts", page.Words);
        Assert.Contains("JAAK-KRISTJAN JÕEORG", page.Words);
        Assert.Contains("38001085718", page.Words);
        Assert.Contains("Sertifikāta izdevējs nav uzticamo iestāžu sarakstā.", page.Words);
        Assert.Contains("sertifikācijas iestāžu saraksts ir tukšs", page.Words);
        await browser.GetAsync("/language/en");
        var broken = await SendAsync(browser, Containers.With(Containers.Given("TS.asice"), "test.txt", _ => [1]));
        Assert.Contains("Not valid", broken.Words);
        Assert.Contains("The file was changed after it was signed.", broken.Words);
    }

    [Fact]
    public async Task NoFile_IsAskedFor()
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        var page = await (await browser.GetAsync("/signatures")).SubmitAsync();
        Assert.Equal(["Parakstītā datne: Izvēlieties pārbaudāmo datni"], page.Errors);
    }

    [Fact]
    public async Task WhoMayNotCheck_IsRefused()
    {
        var browser = await app.LoggedInAsAsync("accountant");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/signatures")).Status);
    }

    private static async Task<ReadPage> SendAsync(PageBrowser browser, byte[] file)
    {
        var form = await browser.GetAsync("/signatures");
        var token = form.Html.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await browser.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/signatures")
            {
                Content = new MultipartFormDataContent
                {
                    { new StringContent(token), "__RequestVerificationToken" },
                    { part, "Sent", "a.asice" },
                },
            }
        );
    }
}
