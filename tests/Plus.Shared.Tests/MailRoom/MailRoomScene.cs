using System.Net.Http.Headers;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.MailRoom;

/// <summary>Sends the form of the mail room with files, as a browser without script would.</summary>
internal static class MailRoomScene
{
    public static async Task<ReadPage> RegisterAsync(
        this PageBrowser browser,
        Dictionary<string, string> answers,
        params (string Name, byte[] Content)[] files
    )
    {
        var form = await browser.GetAsync("/mailroom/new");
        using var content = new MultipartFormDataContent();
        var fields = form
            .Html.QuerySelectorAll("main input, main select")
            .Select(e => (Name: e.GetAttribute("name"), Element: e))
            .Where(e => e.Name is { Length: > 0 } && e.Element.GetAttribute("type") is not ("file" or "radio"))
            .ToDictionary(
                e => e.Name!,
                e =>
                    e.Element is AngleSharp.Html.Dom.IHtmlSelectElement select
                        ? select.Value
                        : e.Element.GetAttribute("value"),
                StringComparer.Ordinal
            );
        fields["Input.Channel"] = "post";
        foreach (var (name, value) in answers)
        {
            fields[name] = value;
        }

        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value ?? ""), name);
        }

        foreach (var (name, bytes) in files)
        {
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            content.Add(file, "Input.Files", name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/mailroom/new") { Content = content };
        return await browser.SendAsync(request);
    }

    public static Dictionary<string, string> Letter(string kind = "application") =>
        new(StringComparer.Ordinal)
        {
            ["Input.Kind"] = kind,
            ["Input.Sender"] = "Rīgas pilsētas tiesa",
            ["Input.Subject"] = "Par tikšanās laiku",
            ["Input.ReceivedOn"] = "13.04.2026",
        };
}
