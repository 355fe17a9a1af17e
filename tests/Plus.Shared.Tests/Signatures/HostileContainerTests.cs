using System.IO.Compression;
using System.Text;
using Plus.Shared.Signatures.Checking;

namespace Plus.Shared.Tests.Signatures;

/// <summary>Containers made to harm whoever opens them.</summary>
public sealed class HostileContainerTests
{
    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../b")]
    [InlineData("a\\..\\b")]
    [InlineData("c:b.txt")]
    [InlineData("a\u0007.txt")]
    [InlineData("./a.txt")]
    public async Task NameThatClimbs_IsRefused(string name) =>
        AssertRefused(SignatureFault.BadName, Containers.Adding(await Containers.SignedAsync(), name, [1]));

    [Theory]
    [InlineData("lēmums 1.txt")]
    [InlineData("LĒMUMS 1.TXT")]
    [InlineData("META-INF/signatures0.xml")]
    public async Task NameThatComesTwice_IsRefused(string name) =>
        AssertRefused(SignatureFault.BadName, Containers.Adding(await Containers.SignedAsync(), name, [1]));

    [Fact]
    public async Task ZipBomb_IsNotUnpacked()
    {
        var good = await Containers.SignedAsync();
        var before = GC.GetTotalAllocatedBytes();
        AssertRefused(SignatureFault.TooLarge, Containers.Adding(good, "a.txt", new byte[300_000_000]));
        Assert.True(GC.GetTotalAllocatedBytes() - before < 2_000_000_000);
        var many = Enumerable.Range(0, 600).Select(i => ($"{i}.txt", new byte[1]));
        AssertRefused(SignatureFault.TooLarge, Containers.Pack(Containers.Parts(good).Concat(many)));
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>", SignatureFault.ForbiddenXml)]
    [InlineData("<!DOCTYPE a [<!ENTITY x 'y'><!ENTITY z '&x;&x;&x;'>]>", SignatureFault.ForbiddenXml)]
    [InlineData("<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'>", SignatureFault.ForbiddenXml)]
    public async Task DocumentType_IsRefused(string type, SignatureFault fault)
    {
        var good = await Containers.SignedAsync();
        AssertRefused(fault, Containers.WithXml(good, x => x.Replace("?>", "?>" + type)));
    }

    [Fact]
    public async Task DeepOrLongXml_IsRefused()
    {
        var good = await Containers.SignedAsync();
        var deep = string.Concat(Enumerable.Repeat("<a>", 20000)) + string.Concat(Enumerable.Repeat("</a>", 20000));
        AssertRefused(SignatureFault.TooLarge, Containers.WithXml(good, _ => deep));
        var many = string.Concat(
            Enumerable.Repeat("<ds:Signature xmlns:ds='http://www.w3.org/2000/09/xmldsig#'/>", 60)
        );
        var carrier = $"<a:XAdESSignatures xmlns:a='http://uri.etsi.org/02918/v1.2.1#'>{many}</a:XAdESSignatures>";
        AssertRefused(SignatureFault.Unreadable, Containers.WithXml(good, _ => carrier));
        var random = new byte[5_000_000];
        Random.Shared.NextBytes(random);
        var spaces = Convert.ToBase64String(random);
        AssertRefused(SignatureFault.TooLarge, Containers.WithXml(good, x => x.Replace("?>", $"?><!--{spaces}-->")));
    }

    [Fact]
    public async Task ReferenceToAnAddress_IsNotFollowed()
    {
        var good = await Containers.SignedAsync();
        foreach (
            var uri in (string[])["http://127.0.0.1:1/x", "file:///etc/passwd", "../../etc/passwd", "", "#xpointer(/)"]
        )
        {
            var report = Containers.Check(
                Containers.WithXml(good, x => x.Replace("URI=\"l%C4%93mums%201.txt\"", $"URI=\"{uri}\""))
            );
            Assert.Equal(SignatureVerdict.Broken, report.Verdict);
        }
    }

    [Fact]
    public void BrokenZip_IsUnreadable()
    {
        AssertRefused(SignatureFault.Unreadable, Encoding.ASCII.GetBytes("PK\u0003\u0004 nothing of a container"));
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, true))
        {
            archive.CreateEntry("mimetype");
        }

        var cut = bytes.ToArray();
        AssertRefused(SignatureFault.Unreadable, cut[..^10]);
    }

    private static void AssertRefused(SignatureFault fault, byte[] container)
    {
        var report = Containers.Check(container);
        Assert.Equal([fault], report.Faults);
        Assert.Empty(report.Signatures);
        Assert.Equal(SignatureVerdict.Broken, report.Verdict);
    }
}
