using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Plus.Testing.Pages;

/// <summary>A page as answered: status, address after redirects, text and document.</summary>
public sealed record ReadPage(
    PageBrowser Browser,
    HttpStatusCode Status,
    Uri Address,
    string Text,
    IHtmlDocument? Document,
    HttpResponseMessage Response
)
{
    /// <summary>Path and query after redirects.</summary>
    public string Path => Address.PathAndQuery;

    public byte[] Bytes { get; init; } = [];

    /// <summary>The page wanted is shown only after its purpose was stated.</summary>
    public bool AsksForPurpose =>
        Status == HttpStatusCode.OK && Address.AbsolutePath.EndsWith("/purpose", StringComparison.Ordinal);

    /// <summary>The words of the main part, blanks collapsed.</summary>
    public string Words =>
        string.Join(
            ' ',
            (Html.QuerySelector("main") ?? Html.Body!).TextContent.Split(
                (char[]?)null,
                StringSplitOptions.RemoveEmptyEntries
            )
        );

    /// <summary>The first heading.</summary>
    public string Heading => Html.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>The lines of the error summary.</summary>
    public IReadOnlyList<string> Errors =>
        [.. Html.QuerySelectorAll(".govuk-error-summary__list li").Select(e => e.TextContent.Trim())];

    public IHtmlDocument Html =>
        Document ?? throw new InvalidOperationException($"No page but {Status}: {Text[..Math.Min(400, Text.Length)]}");

    /// <summary>Clicks the link with exactly this text.</summary>
    public Task<ReadPage> ClickAsync(string text)
    {
        var link = Html.QuerySelectorAll("a").FirstOrDefault(a => a.TextContent.Trim() == text);
        return Browser.GetAsync(
            link?.GetAttribute("href") ?? throw new InvalidOperationException($"No link '{text}' on {Path}: {Words}")
        );
    }

    /// <summary>
    /// Sends a form as the browser would: everything that stands in it, with the given fields over it. A field that the
    /// form does not have is an error. <paramref name="form"/> selects the form (the first one in main by default);
    /// <paramref name="button"/> is the text of the button pressed.
    /// </summary>
    public Task<ReadPage> SubmitAsync(
        Dictionary<string, string?>? fields = null,
        string? form = null,
        string? button = null
    )
    {
        var element = (IHtmlFormElement?)(
            form is null ? Html.QuerySelector("main form") ?? Html.QuerySelector("form") : Html.QuerySelector(form)
        );
        if (element is null)
        {
            throw new InvalidOperationException($"No form {form} on {Path} ({Status}): {Words}");
        }

        var values = Standing(element).ToList();
        foreach (var (name, value) in fields ?? [])
        {
            if (!element.Elements.Any(e => e.GetAttribute("name") == name))
            {
                throw new InvalidOperationException($"The form on {Path} has no field '{name}'.");
            }

            values.RemoveAll(v => v.Key == name);
            if (value is not null)
            {
                values.Add(new(name, value));
            }
        }

        var pressed = element
            .QuerySelectorAll("button")
            .FirstOrDefault(b => button is null || b.TextContent.Trim() == button || Seen(b) == button);
        if (button is not null && pressed is null)
        {
            throw new InvalidOperationException($"The form on {Path} has no button '{button}'.");
        }

        if (pressed?.GetAttribute("name") is { } buttonName)
        {
            values.Add(new(buttonName, pressed.GetAttribute("value") ?? ""));
        }

        var action = pressed?.GetAttribute("formaction") ?? element.GetAttribute("action");
        var target = string.IsNullOrEmpty(action) ? Path : action;
        if (string.Equals(element.GetAttribute("method"), "get", StringComparison.OrdinalIgnoreCase))
        {
            var query = string.Join(
                '&',
                values.Select(v => Uri.EscapeDataString(v.Key) + "=" + Uri.EscapeDataString(v.Value))
            );
            return Browser.GetAsync(target.Split('?')[0] + "?" + query);
        }

        return Browser.PostAsync(target, values);
    }

    /// <summary>Sends a form with one file chosen in it.</summary>
    public Task<ReadPage> SendFileAsync(string field, string fileName, byte[] file, string form)
    {
        var element =
            (IHtmlFormElement?)Html.QuerySelector(form)
            ?? throw new InvalidOperationException($"No form {form} on {Path} ({Status}): {Words}");
        var content = new MultipartFormDataContent { { new ByteArrayContent(file), field, fileName } };
        foreach (var (name, value) in Standing(element))
        {
            content.Add(new StringContent(value), name);
        }

        return Browser.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, element.GetAttribute("action") ?? Path) { Content = content }
        );
    }

    // What a button says to the eye; a hidden part tells a listener what it is about.
    private static string Seen(IElement button) =>
        string.Concat(
                button
                    .ChildNodes.Where(n => n is not IElement { ClassName: "govuk-visually-hidden" })
                    .Select(n => n.TextContent)
            )
            .Trim();

    private static IEnumerable<KeyValuePair<string, string>> Standing(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || element.HasAttribute("disabled"))
            {
                continue;
            }

            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when !box.IsChecked:
                case IHtmlInputElement { Type: "file" or "submit" }:
                case IHtmlButtonElement:
                    break;
                case IHtmlInputElement input:
                    yield return new(name, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return new(name, area.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return new(name, select.Value ?? "");
                    break;
            }
        }
    }
}
