using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Plus.Shared.Signatures.Checking;
using Plus.Shared.Signatures.Stamps;
using Plus.Shared.Signatures.Trust;

namespace Plus.Shared.Tests.Signatures;

/// <summary>Time stamps and revocation answers, made by openssl for PLUS and by PLUS for openssl.</summary>
public sealed class StampTests
{
    private static readonly byte[] Data = "stamped"u8.ToArray();

    [Fact]
    public void StampOfTheTrial_IsGoodToOpenSslAndOnlyOverItsData()
    {
        Judges.SkipWithout("openssl", "openssl");
        using var folder = new TemporaryFolder();
        var token = Containers.Authority.Stamp(SHA256.HashData(Data), Containers.Now);
        var root = folder.Write("root.pem", Encoding.ASCII.GetBytes(Containers.Authority.Root.ExportCertificatePem()));
        var stamp = folder.Write("stamp.tst", token);
        Assert.Contains("Verification: OK", Verify(folder.Write("data", Data)));
        Assert.Contains("Verification: FAILED", Verify(folder.Write("other", [1, 2])));
        Assert.Empty(StampCheck.Check(token, Data, [], Containers.Trusted, Containers.Now).Faults);
        Assert.Equal(
            [SignatureFault.TimeStampWrong],
            StampCheck.Check(token, [1, 2], [], Containers.Trusted, Containers.Now).Faults
        );
        token[^1] ^= 1;
        Assert.Equal(
            [SignatureFault.TimeStampWrong],
            StampCheck.Check(token, Data, [], Containers.Trusted, Containers.Now).Faults
        );

        string Verify(string data) =>
            Judges
                .Run(folder.Path, "openssl", "ts", "-verify", "-in", stamp, "-token_in", "-data", data, "-CAfile", root)
                .Output;
    }

    [Fact]
    public void StampOfOpenSsl_IsGoodToPlusOnceItsAuthorityIsTrusted()
    {
        Judges.SkipWithout("openssl", "openssl");
        using var folder = new TemporaryFolder();
        folder.Write("data", Data);
        folder.Write(
            "tsa.cnf",
            "[tsa]\ndefault_tsa=t\n[t]\nserial=./serial\ndefault_policy=1.2.3.4\ndigests=sha256\nsigner_digest=sha256\nordering=no\ntsa_name=no\ness_cert_id_alg=sha256\n"u8.ToArray()
        );
        Run(
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-keyout",
            "k.pem",
            "-out",
            "c.pem",
            "-days",
            "2",
            "-subj",
            "/CN=Test stamps",
            "-addext",
            "extendedKeyUsage=critical,timeStamping"
        );
        Run("ts", "-query", "-data", "data", "-sha256", "-cert", "-out", "q.tsq");
        Run(
            "ts",
            "-reply",
            "-config",
            "tsa.cnf",
            "-queryfile",
            "q.tsq",
            "-signer",
            "c.pem",
            "-inkey",
            "k.pem",
            "-token_out",
            "-out",
            "r.tst"
        );
        var token = File.ReadAllBytes(Path.Combine(folder.Path, "r.tst"));
        using var authority = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(folder.Path, "c.pem"));
        var now = DateTimeOffset.UtcNow;
        var good = StampCheck.Check(token, Data, [], Containers.Trusting(authority), now);
        Assert.Empty(good.Faults);
        Assert.Equal("Test stamps", good.By);
        Assert.InRange(good.At!.Value, now.AddMinutes(-2), now.AddMinutes(2));
        Assert.Equal(
            [SignatureFault.UnknownTimeStampAuthority],
            StampCheck.Check(token, Data, [], Containers.Trusted, now).Faults
        );

        void Run(params string[] arguments)
        {
            var (status, output) = Judges.Run(folder.Path, "openssl", arguments);
            Assert.True(status == 0, output);
        }
    }

    [Theory]
    [InlineData(false, RevocationState.Good)]
    [InlineData(true, RevocationState.Revoked)]
    public void AnswerOfOpenSsl_SaysWhetherTheCertificateStands(bool revoked, RevocationState state)
    {
        Judges.SkipWithout("openssl", "openssl");
        using var folder = new TemporaryFolder();
        Run(
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-keyout",
            "ca.key",
            "-out",
            "ca.pem",
            "-days",
            "2",
            "-subj",
            "/CN=Test root"
        );
        Run("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "s.key", "-out", "s.csr", "-subj", "/CN=Signer");
        Run(
            "x509",
            "-req",
            "-in",
            "s.csr",
            "-CA",
            "ca.pem",
            "-CAkey",
            "ca.key",
            "-set_serial",
            "0x1234",
            "-days",
            "2",
            "-out",
            "s.pem"
        );
        var line = revoked
            ? "R\t301231235959Z\t200101000000Z\t1234\tunknown\t/CN=Signer\n"
            : "V\t301231235959Z\t\t1234\tunknown\t/CN=Signer\n";
        folder.Write("index.txt", Encoding.ASCII.GetBytes(line));
        Run("ocsp", "-issuer", "ca.pem", "-cert", "s.pem", "-no_nonce", "-reqout", "q.der");
        Run(
            "ocsp",
            "-index",
            "index.txt",
            "-CA",
            "ca.pem",
            "-rsigner",
            "ca.pem",
            "-rkey",
            "ca.key",
            "-reqin",
            "q.der",
            "-respout",
            "r.der"
        );
        var answer = File.ReadAllBytes(Path.Combine(folder.Path, "r.der"));
        using var root = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(folder.Path, "ca.pem"));
        using var signer = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(folder.Path, "s.pem"));
        var trust = Containers.Trusting(root);
        var verdict = RevocationCheck.Check([answer], signer, [], trust);
        Assert.Equal(state, verdict.State);
        Assert.Equal(revoked, verdict.Faults(DateTimeOffset.UtcNow).Contains(SignatureFault.Revoked));
        Assert.False(verdict.Marks([1]));
        Assert.Equal(RevocationState.Worthless, RevocationCheck.Check([answer], root, [], trust).State);
        Assert.Equal(RevocationState.Worthless, RevocationCheck.Check([answer], signer, [], Containers.Trusted).State);
        answer[^20] ^= 1;
        Assert.Equal(RevocationState.Worthless, RevocationCheck.Check([answer], signer, [], trust).State);

        void Run(params string[] arguments)
        {
            var (status, output) = Judges.Run(folder.Path, "openssl", arguments);
            Assert.True(status == 0, output);
        }
    }
}
