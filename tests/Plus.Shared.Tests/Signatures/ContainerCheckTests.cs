using Plus.Shared.Signatures.Checking;
using Plus.Shared.Signatures.Containers;

namespace Plus.Shared.Tests.Signatures;

/// <summary>Good containers, of others and of our own.</summary>
public sealed class ContainerCheckTests
{
    [Theory]
    [InlineData("TS.asice", 1, "JAAK-KRISTJAN JÕEORG", "38001085718")]
    [InlineData("asiceWithXades-t-level.asice", 1, "JAAK-KRISTJAN JÕEORG", "38001085718")]
    [InlineData("bdoc_tm_valid_2_signatures.asice", 2, "JAAK-KRISTJAN JÕEORG", "38001085718")]
    [InlineData("valid_asice_lta.asice", 1, "JAAK-KRISTJAN JÕEORG", "38001085718")]
    public void GivenContainer_IsIntactButNotTrustedUntilItsAuthorityIsOnTheList(
        string name,
        int signatures,
        string signer,
        string code
    )
    {
        Judges.SkipWithout("xmlsec1", "xmlsec1");
        var container = Containers.Given(name);
        var report = Containers.Check(container);
        Assert.Equal(SignatureVerdict.NotTrusted, report.Verdict);
        Assert.Empty(report.Faults);
        Assert.Equal(signatures, report.Signatures.Count);
        Assert.Equal(signer, report.Signatures[0].Signer);
        Assert.Equal(code, report.Signatures[0].Code);
        Assert.Contains(SignatureFault.UnknownAuthority, report.Signatures[0].Faults);
        Assert.True(Judges.XmlSecAgrees(container));
    }

    [Theory]
    [InlineData("TS.asice", "2020-06-04T11:34:53Z", RevocationState.Good)]
    [InlineData("bdoc_tm_valid_2_signatures.asice", "2020-05-21T14:07:01Z", RevocationState.Good)]
    [InlineData("valid_asice_lta.asice", "2023-09-05T12:39:35Z", RevocationState.Good)]
    public void GivenContainer_IsValidOnceItsAuthorityIsOnTheList(string name, string at, RevocationState revocation)
    {
        var authorities = ((string[])["valid_asice_lta.asice", "bdoc_tm_valid_2_signatures.asice"])
            .SelectMany(n => Containers.Enclosed(Containers.Given(n)))
            .Where(c => c.Subject.Contains("CN=TEST of E", StringComparison.Ordinal));
        var report = Containers.Check(Containers.Given(name), Containers.Trusting([.. authorities]));
        Assert.Equal(SignatureVerdict.Valid, report.Verdict);
        Assert.Equal(DateTimeOffset.Parse(at, null), report.Signatures[0].ProvenAt);
        Assert.Equal(revocation, report.Signatures[0].Revocation);
    }

    [Fact]
    public async Task OwnContainer_IsValidToPlusAndToXmlSec()
    {
        Judges.SkipWithout("xmlsec1", "xmlsec1");
        var container = await Containers.SignedAsync(
            new("lēmums & pielikums.docx", "application/octet-stream", [1, 2, 3]),
            new("b.txt", "text/plain", [4])
        );
        var report = Containers.Check(container);
        Assert.Equal(SignatureVerdict.Valid, report.Verdict);
        var signature = Assert.Single(report.Signatures);
        Assert.Empty(signature.Faults);
        Assert.Equal("Anna Ozola-Bērziņa", signature.Signer);
        Assert.Equal("PLUS trial time stamps", signature.ProvenBy);
        Assert.Equal(["lēmums & pielikums.docx", "b.txt"], report.Files);
        using var folder = new TemporaryFolder();
        var root = folder.Write(
            "root.pem",
            System.Text.Encoding.ASCII.GetBytes(Containers.Authority.Root.ExportCertificatePem())
        );
        Assert.True(Judges.XmlSecAgrees(container, root));
    }

    [Fact]
    public async Task OwnContainers_SignedManyAtOnce_AreAllValid()
    {
        var verdicts = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 400),
            TestContext.Current.CancellationToken,
            async (_, _) =>
            {
                var report = Containers.Check(await Containers.SignedAsync());
                verdicts.Add(report.Verdict + string.Concat(report.Signatures.SelectMany(s => s.Faults)));
            }
        );
        Assert.Equal(["Valid"], verdicts.Distinct());
    }

    [Theory]
    [InlineData(-4, SignatureVerdict.Valid)]
    [InlineData(-6, SignatureVerdict.NotTrusted)]
    public async Task Container_StampedByAClockAhead_IsNotBroken(int minutes, SignatureVerdict verdict)
    {
        var container = await Containers.SignedAsync();
        var report = SignatureCheck.Check(container, Containers.Trusted, Containers.Now.AddMinutes(minutes));
        Assert.Equal(verdict, report.Verdict);
        Assert.Equal(
            verdict == SignatureVerdict.NotTrusted,
            Assert.Single(report.Signatures).Faults.Contains(SignatureFault.TimeStampAhead)
        );
    }

    [Fact]
    public async Task OwnContainer_BeginsWithItsTypeUnpacked()
    {
        var container = await Containers.SignedAsync();
        Assert.Equal("mimetype" + AsicContainer.MimeType, System.Text.Encoding.ASCII.GetString(container, 30, 39));
    }

    [Fact]
    public void WhatIsNoContainer_HasNoSignature()
    {
        Assert.Equal(SignatureForm.Other, Containers.Check("text"u8.ToArray()).Form);
        Assert.Equal(SignatureVerdict.None, Containers.Check(Containers.Pack([("word/document.xml", [1])])).Verdict);
        Assert.Equal(SignatureForm.Other, Containers.Check([]).Form);
    }
}
