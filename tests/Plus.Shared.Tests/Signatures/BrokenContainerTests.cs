using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using Plus.Kernel.Time;
using Plus.Shared.Signatures.Checking;
using Plus.Shared.Signatures.Containers;
using Plus.Shared.Signatures.Signing;

namespace Plus.Shared.Tests.Signatures;

/// <summary>A container with one thing wrong is told apart, and xmlsec1 says the same where it judges that thing.</summary>
public sealed class BrokenContainerTests
{
    private const string Name = "lēmums 1.txt";

    [Fact]
    public async Task FlippedByte_BreaksWhereverItStands()
    {
        Judges.SkipWithout("xmlsec1", "xmlsec1");
        var good = await Containers.SignedAsync();
        var broken = new Dictionary<SignatureFault, byte[]>
        {
            [SignatureFault.FileChanged] = Containers.With(good, Name, Flip),
            [SignatureFault.PropertiesChanged] = Containers.WithXml(
                good,
                x => x.Replace("SigningTime>2", "SigningTime>3")
            ),
            [SignatureFault.SignatureWrong] = FlipIn(good, "SignatureValue"),
            [SignatureFault.OtherCertificate] = Containers.WithXml(good, OtherNamedCertificate),
        };
        foreach (var (fault, container) in broken)
        {
            var signature = Assert.Single(Containers.Check(container).Signatures);
            Assert.Contains(fault, signature.Faults);
            Assert.Equal(SignatureVerdict.Broken, signature.Verdict);
            Assert.False(Judges.XmlSecAgrees(container), fault.ToString());
        }

        Assert.True(Judges.XmlSecAgrees(good));
    }

    [Fact]
    public async Task FlippedByteOfTheTimeStamp_BreaksTheSignature()
    {
        var good = await Containers.SignedAsync();
        var report = Containers.Check(FlipIn(good, "EncapsulatedTimeStamp"));
        Assert.Contains(SignatureFault.TimeStampWrong, Assert.Single(report.Signatures).Faults);
        var other = await Containers.SignedAsync();
        var stamp = Pattern("EncapsulatedTimeStamp>([^<]+)<").Match(Xml(other)).Groups[1].Value;
        var swapped = Containers.WithXml(
            good,
            x => Pattern("(EncapsulatedTimeStamp>)[^<]+<").Replace(x, $"$1{stamp}<")
        );
        Assert.Equal(SignatureVerdict.Broken, Containers.Check(swapped).Verdict);
    }

    [Fact]
    public async Task FlippedCertificate_IsNoneOrAnother()
    {
        var good = await Containers.SignedAsync();
        Assert.Equal(SignatureVerdict.Broken, Containers.Check(FlipIn(good, "X509Certificate")).Verdict);
    }

    [Fact]
    public async Task AnyByteOfTheFile_Counts()
    {
        var text = Encoding.UTF8.GetBytes("Nolemj: atļaut. " + new string('x', 200));
        var good = await Containers.SignedAsync(new SignedFile("a.txt", "text/plain", text));
        for (var i = 0; i < text.Length; i++)
        {
            var at = i;
            var broken = Containers.With(good, "a.txt", c => [.. c[..at], (byte)(c[at] ^ 1), .. c[(at + 1)..]]);
            Assert.Equal(SignatureVerdict.Broken, Containers.Check(broken).Verdict);
        }
    }

    [Fact]
    public async Task FilesThatComeGoOrChangePlaces_AreTold()
    {
        var good = await Containers.SignedAsync(new("a.txt", "text/plain", [1]), new("b.txt", "text/plain", [2]));
        AssertFault(SignatureFault.FileNotCovered, Containers.Adding(good, "c.txt", [3]));
        AssertFault(SignatureFault.FileMissing, Containers.With(good, "b.txt", _ => null));
        var swapped = Containers.With(Containers.With(good, "a.txt", _ => [2]), "b.txt", _ => [1]);
        AssertFault(SignatureFault.FileChanged, swapped);
        var renamed = Containers.Pack(
            Containers.Parts(good).Select(p => (p.Name == "a.txt" ? "z.txt" : p.Name, p.Content))
        );
        AssertFault(SignatureFault.FileMissing, renamed);
    }

    [Fact]
    public async Task RemovedSignature_LeavesNoneOrTheOther()
    {
        var good = await Containers.SignedAsync();
        var without = Containers.With(good, Containers.SignatureFile, _ => null);
        Assert.Equal(SignatureVerdict.None, Containers.Check(without).Verdict);
        var emptied = Containers.WithXml(good, x => Pattern("<ds:Signature .*</ds:Signature>").Replace(x, ""));
        Assert.Equal(SignatureVerdict.Broken, Containers.Check(emptied).Verdict);
    }

    [Fact]
    public async Task SignedPropertiesOfAnotherPlace_AreNotBelieved()
    {
        var good = await Containers.SignedAsync();
        var properties = Pattern("<xades:SignedProperties .*</xades:SignedProperties>").Match(Xml(good)).Value;
        var forged = Pattern("SigningTime>[^<]+<").Replace(properties, "SigningTime>1999-01-01T00:00:00Z<");
        var declared = properties.Replace(
            "<xades:SignedProperties ",
            "<xades:SignedProperties xmlns:xades=\"http://uri.etsi.org/01903/v1.3.2#\" "
        );
        string[] wrapped =
        [
            // The true properties moved to an object beside, the forged ones in their place under the same id.
            Xml(good)
                .Replace(properties, forged)
                .Replace("</ds:Signature>", $"<ds:Object>{declared}</ds:Object></ds:Signature>"),
            // The same under another id.
            Xml(good)
                .Replace(properties, Pattern("Id=\"[^\"]+\"").Replace(forged, "Id=\"other\""))
                .Replace("</ds:Signature>", $"<ds:Object>{declared}</ds:Object></ds:Signature>"),
            // Two sets of qualifying properties.
            Xml(good)
                .Replace(
                    "</ds:Signature>",
                    "<ds:Object><xades:QualifyingProperties xmlns:xades=\"http://uri.etsi.org/01903/v1.3.2#\" Target=\"#x\"/></ds:Object></ds:Signature>"
                ),
            // The whole signature inside another element that carries its id.
            Xml(good)
                .Replace("<ds:Signature ", "<ds:Wrapper xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:Signature ")
                .Replace("</ds:Signature>", "</ds:Signature></ds:Wrapper>"),
            // The reference no more says that it is of the properties.
            Xml(good).Replace(" Type=\"http://uri.etsi.org/01903#SignedProperties\"", ""),
        ];
        Assert.All(
            wrapped,
            x => Assert.Equal(SignatureVerdict.Broken, Containers.Check(Containers.WithXml(good, _ => x)).Verdict)
        );
    }

    [Theory]
    [InlineData("http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2000/09/xmldsig#sha1")]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", "http://www.w3.org/2000/09/xmldsig#hmac-sha1")]
    [InlineData("http://www.w3.org/2001/10/xml-exc-c14n#", "http://www.w3.org/TR/1999/REC-xslt-19991116")]
    [InlineData("http://www.w3.org/2001/10/xml-exc-c14n#", "http://www.w3.org/2000/09/xmldsig#enveloped-signature")]
    public async Task AlgorithmThatIsNotAccepted_IsNotRun(string accepted, string other)
    {
        var good = await Containers.SignedAsync();
        AssertFault(SignatureFault.ForbiddenAlgorithm, Containers.WithXml(good, x => x.Replace(accepted, other)));
    }

    [Fact]
    public async Task FileUnderATransformation_IsNotTheFile()
    {
        var good = await Containers.SignedAsync();
        const string Transforms =
            "<ds:Transforms><ds:Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#base64\"/></ds:Transforms>";
        var broken = Containers.WithXml(
            good,
            x => Pattern("(<ds:Reference [^>]*URI=\"l[^>]*>)").Replace(x, "$1" + Transforms, 1)
        );
        AssertFault(SignatureFault.ForbiddenAlgorithm, broken);
    }

    [Fact]
    public async Task WrongRoot_IsNotTrusted()
    {
        var good = await Containers.SignedAsync();
        using var other = TrialAuthority.Create(Containers.Now);
        var report = Containers.Check(good, Containers.Trusting(other.Root));
        Assert.Equal(SignatureVerdict.NotTrusted, report.Verdict);
        Assert.Contains(SignatureFault.UnknownAuthority, report.Signatures[0].Faults);
        using var folder = new TemporaryFolder();
        var root = folder.Write("root.pem", Encoding.ASCII.GetBytes(other.Root.ExportCertificatePem()));
        Judges.SkipWithout("xmlsec1", "xmlsec1");
        Assert.False(Judges.XmlSecAgrees(good, root));
    }

    [Fact]
    public async Task CertificateThatWasOverWhenStamped_IsNotTrusted()
    {
        var clock = new PlusClock(TimeProvider.System);
        var late = new LateSigner(Containers.Authority, Containers.Now);
        var container = await new ContainerSigning(late, clock).SignAsync(
            [new("a.txt", "text/plain", [1])],
            new("a", "A", "B"),
            default
        );
        var report = SignatureCheck.Check(container, Containers.Trusted, Containers.Now.AddDays(1));
        Assert.Equal(SignatureVerdict.NotTrusted, report.Verdict);
        Assert.Equal([SignatureFault.CertificateNotValid], report.Signatures[0].Faults);
    }

    private static void AssertFault(SignatureFault fault, byte[] container)
    {
        var report = Containers.Check(container);
        Assert.Equal(SignatureVerdict.Broken, report.Verdict);
        Assert.Contains(fault, report.Signatures.SelectMany(s => s.Faults));
    }

    private static string Xml(byte[] container) =>
        Encoding.UTF8.GetString(Containers.Parts(container).Single(p => p.Name == Containers.SignatureFile).Content);

    private static byte[] Flip(byte[] content) => [(byte)(content[0] ^ 1), .. content[1..]];

    // The bytes that the text stands for, with one in their middle changed.
    private static byte[] FlipIn(byte[] container, string element) =>
        Containers.WithXml(
            container,
            x =>
                Pattern($"(:{element}[^>]*>)([^<]+)<")
                    .Replace(
                        x,
                        m =>
                        {
                            var bytes = Convert.FromBase64String(m.Groups[2].Value);
                            bytes[bytes.Length / 2] ^= 1;
                            return m.Groups[1].Value + Convert.ToBase64String(bytes) + "<";
                        }
                    )
        );

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(5));

    private static string OtherNamedCertificate(string xml) =>
        Pattern("(<xades:CertDigest>.*?<ds:DigestValue>)[^<]+<")
            .Replace(xml, m => m.Groups[1].Value + Convert.ToBase64String(SHA256.HashData([1])) + "<");

    // Signs with a certificate that lives an hour, and stamps two hours later.
    private sealed class LateSigner(TrialAuthority authority, DateTimeOffset now) : ISigningService
    {
        public bool IsTrial => true;

        public Task<X509Certificate2> CertificateAsync(SigningPerson person, CancellationToken ct) =>
            Task.FromResult(authority.IssueFor(person, now, TimeSpan.FromHours(1)));

        public Task<byte[]> SignAsync(
            SigningPerson person,
            X509Certificate2 certificate,
            byte[] hash,
            CancellationToken ct
        )
        {
            using var key = certificate.GetECDsaPrivateKey()!;
            return Task.FromResult(key.SignHash(hash));
        }

        public Task<byte[]> StampAsync(byte[] hash, CancellationToken ct) =>
            Task.FromResult(authority.Stamp(hash, now.AddHours(2)));
    }
}
