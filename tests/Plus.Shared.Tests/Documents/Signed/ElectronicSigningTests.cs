using System.Net;
using Plus.Shared.Tests.Documents.InPlace;
using Plus.Shared.Tests.Signatures;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Documents.Signed;

/// <summary>A document is signed electronically on its page, and what comes in signed is checked and the finding kept.</summary>
public sealed class ElectronicSigningTests : IAsyncLifetime
{
    private readonly PlusApp _app = new() { IsDemo = true };

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task DocumentToBeSigned_BecomesAContainerThatOthersFindValid()
    {
        Judges.SkipWithout("xmlsec1", "xmlsec1");
        var scene = await EditingScene.BeginAsync(_app);
        var page = await scene.PageAsync();
        var series = await _app.ScalarAsync<Guid>("SELECT id FROM documents.nomenclature WHERE mark = '5-1'");
        page = await (await page.ClickAsync("Nodot parakstīšanai")).SubmitAsync(
            new() { ["Input.Nomenclature"] = series.ToString() },
            button: "Nodot parakstīšanai"
        );
        var form = await page.ClickAsync("Atzīmēt parakstu");
        Assert.Contains("ārpus demonstrācijas tam nav juridiska spēka", form.Words);
        page = await form.SubmitAsync(new() { ["How"] = "electronic" });
        Assert.Contains("Parakstīts", page.Words);
        var ordinal = await _app.ScalarAsync<int>(
            $"SELECT signed_version FROM documents.document WHERE id = '{scene.Id}' AND signed_how = 'electronic'"
        );
        var container = (await scene.Browser.GetAsync($"/documents/{scene.Id}/versions/{ordinal}")).Bytes;
        Assert.True(Judges.XmlSecAgrees(container));
        Assert.EndsWith("signed", (await scene.VersionsAsync())[^1], StringComparison.Ordinal);
        Assert.Equal(
            "valid",
            await _app.ScalarAsync<string>(
                $"SELECT verdict FROM documents.signature_finding WHERE document_id = '{scene.Id}'"
            )
        );
        var said = await scene.Browser.GetAsync($"/documents/{scene.Id}/versions/{ordinal}/signatures");
        Assert.Contains($"{scene.Person.GivenName} {scene.Person.Surname}", said.Words);
        Assert.Contains("Derīgs", said.Words);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await scene.Browser.GetAsync($"/documents/{scene.Id}/versions/1/signatures")).Status
        );
        var again = await (await scene.Browser.GetAsync($"/documents/{scene.Id}/sign")).SubmitAsync(
            new() { ["How"] = "electronic" }
        );
        Assert.Single(again.Errors);
    }

    [Fact]
    public async Task SignedFileThatComesIn_IsCheckedAndTheFindingKept()
    {
        var broken = Containers.With(Containers.Given("TS.asice"), "test.txt", _ => [1]);
        var scene = await EditingScene.BeginAsync(_app, broken);
        var said = await (await scene.PageAsync()).Browser.GetAsync($"/documents/{scene.Id}/versions/1/signatures");
        Assert.Contains("Datne pēc parakstīšanas ir mainīta.", said.Words);
        Assert.Contains("JAAK-KRISTJAN JÕEORG", said.Words);
        Assert.Equal(
            "broken",
            await _app.ScalarAsync<string>(
                $"SELECT verdict FROM documents.signature_finding WHERE document_id = '{scene.Id}'"
            )
        );
    }
}
