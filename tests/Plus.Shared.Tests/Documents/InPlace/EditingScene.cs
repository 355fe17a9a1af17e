using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Contract;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;
using Section = Plus.Shared.Cases.Records.Section;

namespace Plus.Shared.Tests.Documents.InPlace;

/// <summary>A case manager with a document that they edit in place.</summary>
internal sealed class EditingScene
{
    public required PlusApp App { get; init; }

    public required Staff Person { get; init; }

    public required PageBrowser Browser { get; init; }

    public required Section Section { get; init; }

    public required string Id { get; init; }

    public static async Task<EditingScene> BeginAsync(PlusApp app, byte[]? file = null)
    {
        var person = await app.StaffAsync("caseManager");
        var section = await app.SectionAsync(new MeasureTerms("communityWork") { Hours = 100 }, manager: person.Id);
        var browser = await app.LoggedInAsAsync(person);
        var form = await browser.GetAsync($"/clients/{section.ClientId}/documents/new");
        var page = await form.SendAsync(
            "Input.File",
            file ?? MadeDocx.Of("Pirmais teksts"),
            new()
            {
                ["Input.Kind"] = "letter",
                ["Input.Title"] = "Vēstule",
                ["Input.Section"] = section.Id.ToString(),
            }
        );
        return new EditingScene
        {
            App = app,
            Person = person,
            Browser = browser,
            Section = section,
            Id = page.Path.Split('/')[2].Split('?')[0],
        };
    }

    /// <summary>Presses the button and reads the address that is shown, once.</summary>
    public async Task<Uri> PassAsync(PageBrowser? browser = null)
    {
        var form = await (browser ?? Browser).GetAsync($"/documents/{Id}/edit");
        var page = await form.SubmitAsync(button: "Sākt labošanu");
        return new Uri(page.Html.QuerySelector("[name=address]")!.GetAttribute("value")!);
    }

    public Task<ReadPage> PageAsync() => Browser.GetAsync($"/documents/{Id}");

    public async Task<IReadOnlyList<string>> VersionsAsync() =>
        await App.ReadListAsync(
            $"SELECT ordinal || ' ' || origin FROM documents.document_version WHERE document_id = '{Id}' ORDER BY ordinal"
        );

    public async Task<IReadOnlyList<string>> RecoveredAsync() =>
        await App.ReadListAsync(
            $"SELECT reason FROM documents.recovered_save WHERE document_id = '{Id}' AND settled_at IS NULL ORDER BY saved_at, reason"
        );

    /// <summary>Sends one request as a program without cookies does.</summary>
    public static async Task<HttpResponseMessage> SendAsync(
        PlusApp app,
        string method,
        Uri address,
        byte[]? body = null,
        params (string Name, string Value)[] headers
    )
    {
        var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return (await app.Browser().SendAsync(request)).Response;
    }

    public Task<HttpResponseMessage> SendAsync(
        string method,
        Uri address,
        byte[]? body = null,
        params (string Name, string Value)[] headers
    ) => SendAsync(App, method, address, body, headers);

    /// <summary>Locks the document and gives the token.</summary>
    public async Task<string> LockAsync(Uri address)
    {
        var answer = await SendAsync(
            "LOCK",
            address,
            "<D:lockinfo xmlns:D='DAV:'><D:lockscope><D:exclusive/></D:lockscope><D:locktype><D:write/></D:locktype></D:lockinfo>"u8.ToArray()
        );
        Assert.Equal(200, (int)answer.StatusCode);
        return answer.Headers.GetValues("Lock-Token").Single();
    }
}
