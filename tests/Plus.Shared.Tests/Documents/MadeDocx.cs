using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Documents;

/// <summary>Files for tests, and sending them as a browser would.</summary>
internal static class MadeDocx
{
    /// <summary>A DOCX of these paragraphs.</summary>
    public static byte[] Of(params string[] paragraphs)
    {
        using var memory = new MemoryStream();
        using (var word = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            word.AddMainDocumentPart().Document = new Document(
                new Body(paragraphs.Select(p => new Paragraph(new Run(new Text(p)))))
            );
        }

        return memory.ToArray();
    }

    /// <summary>A DOCX with a part put into it, or put in the place of another.</summary>
    public static byte[] With(byte[] docx, string part, string content)
    {
        using var memory = new MemoryStream();
        memory.Write(docx);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)?.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open(), new UTF8Encoding(false));
            writer.Write(content);
        }

        return memory.ToArray();
    }

    /// <summary>Sends a form of the page with a file in it.</summary>
    public static Task<ReadPage> SendAsync(
        this ReadPage page,
        string field,
        byte[] bytes,
        Dictionary<string, string>? fields = null,
        string name = "datne.docx"
    )
    {
        var form = new MultipartFormDataContent();
        var values = page
            .Html.QuerySelectorAll("main form[enctype] input[type=hidden]")
            .ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "", StringComparer.Ordinal);
        foreach (var (key, value) in fields ?? [])
        {
            values[key] = value;
        }

        foreach (var (key, value) in values)
        {
            form.Add(new StringContent(value), key);
        }

        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, field, name);
        return page.Browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, page.Path) { Content = form });
    }
}
