using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Plus.Shared.Tests.Signatures;

/// <summary>Writes small PDFs and signs them, each signature as a revision of its own.</summary>
internal static class TestPdf
{
    private const int Place = 8000;

    public static byte[] Unsigned()
    {
        var text = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        Add("<< /Type /Catalog /Pages 2 0 R >>");
        Add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << >> /Contents 4 0 R >>");
        Add("<< /Length 13 >>\nstream\n0 0 m 9 9 l S\nendstream");
        var xref = text.Length;
        text.Append("xref\n0 5\n0000000000 65535 f \n");
        places.ForEach(p => text.Append(CultureInfo.InvariantCulture, $"{p:D10} 00000 n \n"));
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());

        void Add(string body)
        {
            places.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{body}\nendobj\n");
        }
    }

    /// <summary>The PDF with a signature over all of it.</summary>
    public static byte[] Sign(
        byte[] pdf,
        X509Certificate2 certificate,
        Func<byte[], byte[]>? stamp = null,
        int number = 0,
        string filter = "ETSI.CAdES.detached"
    )
    {
        var field = 5 + (number * 2);
        var start = pdf.Length;
        var text = new StringBuilder();
        var places = new List<(int Number, int Place)>();
        var fields = string.Join(' ', Enumerable.Range(0, number + 1).Select(n => $"{5 + (n * 2)} 0 R"));
        Add(1, $"<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [{fields}] >> >>");
        Add(
            field,
            $"<< /FT /Sig /T (S{number}) /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /F 132 /P 3 0 R /V {field + 1} 0 R >>"
        );
        Add(
            field + 1,
            $"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /{filter} /M (D:20260101000000Z) /ByteRange [0000000000 0000000000 0000000000 0000000000] /Contents <{new string('0', Place)}> >>"
        );
        var xref = start + text.Length;
        text.Append("xref\n");
        places.ForEach(p => text.Append(CultureInfo.InvariantCulture, $"{p.Number} 1\n{p.Place:D10} 00000 n \n"));
        var previous = PreviousXref(pdf);
        text.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {field + 2} /Root 1 0 R /Prev {previous} >>\nstartxref\n{xref}\n%%EOF\n"
        );
        byte[] file = [.. pdf, .. Encoding.ASCII.GetBytes(text.ToString())];
        var open = start + text.ToString().IndexOf("/Contents <", StringComparison.Ordinal) + 10;
        var close = open + Place + 2;
        var range = $"/ByteRange [{0:D10} {open:D10} {close:D10} {file.Length - close:D10}]";
        // Numbers with leading zeros are numbers to PDF as well.
        Encoding
            .ASCII.GetBytes(range)
            .CopyTo(file, start + text.ToString().IndexOf("/ByteRange", StringComparison.Ordinal));
        var signature = Cms([.. file[..open], .. file[close..]], certificate, stamp);
        Encoding.ASCII.GetBytes(Convert.ToHexString(signature)).CopyTo(file, open + 1);
        return file;

        void Add(int number, string body)
        {
            places.Add((number, start + text.Length));
            text.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }
    }

    private static byte[] Cms(byte[] signed, X509Certificate2 certificate, Func<byte[], byte[]>? stamp)
    {
        var cms = new SignedCms(new ContentInfo(signed), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        var name = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        using (name.PushSequence())
        using (name.PushSequence())
        using (name.PushSequence())
        {
            name.WriteOctetString(certificate.GetCertHash(HashAlgorithmName.SHA256));
        }

        signer.SignedAttributes.Add(new AsnEncodedData("1.2.840.113549.1.9.16.2.47", name.Encode()));
        cms.ComputeSignature(signer);
        if (stamp is not null)
        {
            var token = stamp(SHA256.HashData(cms.SignerInfos[0].GetSignature()));
            cms.SignerInfos[0].AddUnsignedAttribute(new AsnEncodedData("1.2.840.113549.1.9.16.2.14", token));
        }

        return cms.Encode();
    }

    private static string PreviousXref(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var at = text.LastIndexOf("startxref", StringComparison.Ordinal) + 10;
        return text[at..text.IndexOf('\n', at)];
    }
}
