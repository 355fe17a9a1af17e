using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace Plus.Web.WebDav;

/// <summary>XML bodies: read without document types, entities or depth without end; written as UTF-8.</summary>
internal static class DavXml
{
    public static readonly XNamespace Dav = "DAV:";

    private const int Deepest = 50;

    private static readonly XmlReaderSettings Reading = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    };

    /// <summary>The body of a request.</summary>
    /// <returns>A document, nothing for an empty body, or a status: 400 for what is no XML, 413 for too much.</returns>
    public static async Task<DavBody> ReadAsync(HttpRequest request, int limit, CancellationToken ct)
    {
        using var body = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, ct)) > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > limit)
            {
                return new DavBody(null, 413);
            }
        }

        if (body.Length == 0)
        {
            return new DavBody(null, null);
        }

        try
        {
            return Depth(body) > Deepest ? new DavBody(null, 400) : new DavBody(Load(body).Root, null);
        }
        catch (XmlException)
        {
            return new DavBody(null, 400);
        }
    }

    public static async Task WriteAsync(HttpResponse response, int status, XElement root, CancellationToken ct)
    {
        root.SetAttributeValue(XNamespace.Xmlns + "D", Dav.NamespaceName);
        var bytes = Encoding.UTF8.GetBytes(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + root.ToString(SaveOptions.DisableFormatting)
        );
        response.StatusCode = status;
        response.ContentType = "application/xml; charset=utf-8";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, ct);
    }

    public static XElement Status(int status) =>
        new(
            Dav + "status",
            $"HTTP/1.1 {status} {Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status)}"
        );

    // Elements are copied by recursion later: depth is measured before a tree is built of them.
    private static int Depth(MemoryStream body)
    {
        body.Position = 0;
        using var reader = XmlReader.Create(body, Reading);
        var deepest = 0;
        while (reader.Read() && deepest <= Deepest)
        {
            deepest = Math.Max(deepest, reader.Depth);
        }

        return deepest;
    }

    private static XDocument Load(MemoryStream body)
    {
        body.Position = 0;
        using var reader = XmlReader.Create(body, Reading);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }
}

/// <summary>A body as read: its root, or the status that refuses it, or neither when it was empty.</summary>
internal sealed record DavBody(XElement? Root, int? Refused);
