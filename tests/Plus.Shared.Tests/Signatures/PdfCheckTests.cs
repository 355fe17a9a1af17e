using System.Security.Cryptography.X509Certificates;
using System.Text;
using Plus.Shared.Signatures.Checking;

namespace Plus.Shared.Tests.Signatures;

/// <summary>Signatures in PDFs, good and attacked; pdfsig of poppler says the same.</summary>
public sealed class PdfCheckTests
{
    private static readonly X509Certificate2 Certificate = Containers.Authority.IssueFor(
        new("anna", "Anna", "Ozola"),
        Containers.Now,
        TimeSpan.FromDays(1)
    );

    [Fact]
    public void SignedPdf_IsValidToPlusAndToPdfSig()
    {
        Judges.SkipWithout("pdfsig", "poppler-utils");
        var pdf = Signed();
        var report = Containers.Check(pdf);
        Assert.Equal(SignatureForm.Pdf, report.Form);
        Assert.Equal(SignatureVerdict.Valid, report.Verdict);
        var signature = Assert.Single(report.Signatures);
        Assert.Empty(signature.Faults);
        Assert.Equal("Anna Ozola", signature.Signer);
        Assert.NotNull(signature.ProvenAt);
        var judged = PdfSig(pdf);
        Assert.Contains("Signature is Valid", judged);
        Assert.Contains("Total document signed", judged);
        Assert.DoesNotContain("Not total", judged);
    }

    [Fact]
    public void WithoutTimeStamp_ItIsSaid()
    {
        var signature = Assert.Single(Containers.Check(TestPdf.Sign(TestPdf.Unsigned(), Certificate)).Signatures);
        Assert.Equal([SignatureFault.NoTimeStamp], signature.Faults);
        Assert.Equal(SignatureVerdict.NotTrusted, Containers.Check(Signed(), new([])).Verdict);
    }

    [Fact]
    public void ChangedByte_Breaks()
    {
        Judges.SkipWithout("pdfsig", "poppler-utils");
        var pdf = Signed();
        var at = Encoding.Latin1.GetString(pdf).IndexOf("9 9 l", StringComparison.Ordinal);
        pdf[at] = (byte)'8';
        Assert.Contains(SignatureFault.SignatureWrong, Assert.Single(Containers.Check(pdf).Signatures).Faults);
        Assert.Contains("Digest Mismatch", PdfSig(pdf));
    }

    [Fact]
    public void RevisionAfterTheSignature_IsReported()
    {
        Judges.SkipWithout("pdfsig", "poppler-utils");
        var pdf = Signed();
        byte[] shadowed =
        [
            .. pdf,
            .. "4 0 obj\n<< /Length 13 >>\nstream\n5 5 m 1 1 l S\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"u8,
        ];
        var report = Containers.Check(shadowed);
        Assert.Equal(SignatureVerdict.Broken, report.Verdict);
        Assert.Contains(SignatureFault.AddedAfterSigning, Assert.Single(report.Signatures).Faults);
        Assert.Contains("Not total document signed", PdfSig(shadowed));
    }

    [Fact]
    public void SecondSignature_CoversTheFirstAndTheFirstSaysSo()
    {
        var second = TestPdf.Sign(Signed(), Certificate, h => Containers.Authority.Stamp(h, Containers.Now), 1);
        var report = Containers.Check(second);
        Assert.Equal(SignatureVerdict.Valid, report.Verdict);
        Assert.Equal([SignatureFault.LaterRevision], report.Signatures[0].Faults);
        Assert.Empty(report.Signatures[1].Faults);
    }

    [Theory]
    [InlineData("/ByteRange [0000000000", "/ByteRange [0000000009")]
    [InlineData("/SubFilter /ETSI.CAdES.detached", "/SubFilter /adbe.x509.rsa_sha1  ")]
    public void RangeOrKindThatIsNotAccepted_IsBroken(string from, string to)
    {
        var pdf = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Signed()).Replace(from, to[..from.Length]));
        Assert.Equal(SignatureVerdict.Broken, Containers.Check(pdf).Verdict);
    }

    [Fact]
    public void RangeThatLeavesOutMoreThanTheSignature_IsBroken()
    {
        var text = Encoding.Latin1.GetString(Signed());
        var open = text.IndexOf("/Contents <", StringComparison.Ordinal) + 10;
        var wider = text.Replace($" {open:D10} ", $" {open - 20:D10} ");
        Assert.NotEqual(text, wider);
        var signature = Assert.Single(Containers.Check(Encoding.Latin1.GetBytes(wider)).Signatures);
        Assert.Equal(SignatureFault.RangeWrong, signature.Faults[0]);
    }

    [Fact]
    public void BytesBehindTheSignature_AreNotHidden()
    {
        var text = Encoding.Latin1.GetString(Signed());
        var end = text.IndexOf("> >>", text.IndexOf("/Contents <", StringComparison.Ordinal), StringComparison.Ordinal);
        var hidden = text[..(end - 4)] + "BEEF" + text[end..];
        Assert.Equal(SignatureVerdict.Broken, Containers.Check(Encoding.Latin1.GetBytes(hidden)).Verdict);
    }

    [Fact]
    public void UnsignedOrStrangePdf_HasNoSignature()
    {
        Assert.Equal(SignatureVerdict.None, Containers.Check(TestPdf.Unsigned()).Verdict);
        var strange = Containers.Check("%PDF-1.7 /ByteRange [0 1 99999999999999 5] /ByteRange [x"u8.ToArray());
        Assert.Equal(SignatureVerdict.Broken, strange.Verdict);
    }

    private static byte[] Signed() =>
        TestPdf.Sign(TestPdf.Unsigned(), Certificate, h => Containers.Authority.Stamp(h, Containers.Now));

    private static string PdfSig(byte[] pdf)
    {
        using var folder = new TemporaryFolder();
        return Judges.Run(folder.Path, "pdfsig", "-nocert", folder.Write("a.pdf", pdf)).Output;
    }
}
