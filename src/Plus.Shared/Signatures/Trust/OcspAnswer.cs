using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Plus.Shared.Signatures.Trust;

/// <summary>A basic OCSP answer as it stands; who may give it is judged elsewhere.</summary>
internal sealed class OcspAnswer
{
    private const string BasicAnswer = "1.3.6.1.5.5.7.48.1.1";
    private const string NonceExtension = "1.3.6.1.5.5.7.48.1.2";

    public required byte[] Signed { get; init; }
    public required string Algorithm { get; init; }
    public required byte[] Signature { get; init; }
    public required IReadOnlyList<X509Certificate2> Certificates { get; init; }
    public required DateTimeOffset At { get; init; }
    public required IReadOnlyList<OcspState> States { get; init; }

    /// <summary>The nonce extension's value; empty without one.</summary>
    public required byte[] Nonce { get; init; }

    /// <summary>What it says of a certificate; null when it says nothing, or only that it does not know it.</summary>
    public OcspState? About(X509Certificate2 certificate)
    {
        var serial = new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: false, isBigEndian: true);
        return States.FirstOrDefault(s =>
            s.Serial == serial && s.IsKnown && s.IssuerNameHash.AsSpan().SequenceEqual(IssuerHash(s, certificate))
        );
    }

    /// <summary>Reads an answer, bare or in its envelope.</summary>
    /// <returns>Null when it is no successful basic answer.</returns>
    public static OcspAnswer? Read(byte[] der)
    {
        var envelope = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        var basic = der;
        if (envelope.PeekTag().HasSameClassAndValue(Asn1Tag.Enumerated))
        {
            if (envelope.ReadEnumeratedBytes().Span is not [0] || !envelope.HasData)
            {
                return null;
            }

            var bytes = envelope.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
            if (bytes.ReadObjectIdentifier() != BasicAnswer)
            {
                return null;
            }

            basic = bytes.ReadOctetString();
        }

        var (signed, algorithm, signature) = SignedDer.Split(basic);
        var (at, states, nonce) = Data(signed);
        return new OcspAnswer
        {
            Signed = signed,
            Algorithm = algorithm,
            Signature = signature,
            Certificates = Enclosed(basic),
            At = at,
            States = states,
            Nonce = nonce,
        };
    }

    private static (DateTimeOffset At, List<OcspState> States, byte[] Nonce) Data(byte[] signed)
    {
        var data = new AsnReader(signed, AsnEncodingRules.DER).ReadSequence();
        if (data.PeekTag().HasSameClassAndValue(new Asn1Tag(TagClass.ContextSpecific, 0)))
        {
            data.ReadEncodedValue();
        }

        data.ReadEncodedValue();
        var at = data.ReadGeneralizedTime();
        var states = new List<OcspState>();
        var list = data.ReadSequence();
        while (list.HasData && states.Count < 50)
        {
            states.Add(State(list.ReadSequence()));
        }

        return (at.ToUniversalTime(), states, data.HasData ? NonceOf(data) : []);
    }

    private static byte[] NonceOf(AsnReader data)
    {
        var extensions = data.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 1)).ReadSequence();
        while (extensions.HasData)
        {
            var extension = extensions.ReadSequence();
            var isNonce = extension.ReadObjectIdentifier() == NonceExtension;
            if (extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean))
            {
                extension.ReadBoolean();
            }

            if (isNonce)
            {
                return extension.ReadOctetString();
            }
        }

        return [];
    }

    private static OcspState State(AsnReader single)
    {
        var id = single.ReadSequence();
        var hash = id.ReadSequence().ReadObjectIdentifier();
        var name = id.ReadOctetString();
        id.ReadOctetString();
        var serial = id.ReadInteger();
        var tag = single.PeekTag();
        var revokedAt = tag.TagValue == 1 ? single.ReadSequence(tag).ReadGeneralizedTime() : (DateTimeOffset?)null;
        return new OcspState(hash, name, serial, tag.TagValue != 2, revokedAt);
    }

    private static List<X509Certificate2> Enclosed(byte[] basic)
    {
        var whole = new AsnReader(basic, AsnEncodingRules.DER).ReadSequence();
        whole.ReadEncodedValue();
        whole.ReadEncodedValue();
        whole.ReadEncodedValue();
        var found = new List<X509Certificate2>();
        if (whole.HasData)
        {
            var list = whole.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
            while (list.HasData && found.Count < 10)
            {
                found.Add(X509CertificateLoader.LoadCertificate(list.ReadEncodedValue().Span));
            }
        }

        return found;
    }

    private static byte[] IssuerHash(OcspState state, X509Certificate2 certificate) =>
        state.Hash switch
        {
            // Only names the issuer; nothing rests on its strength (RFC 6960, 4.3).
#pragma warning disable CA5350
            "1.3.14.3.2.26" => SHA1.HashData(certificate.IssuerName.RawData),
#pragma warning restore CA5350
            "2.16.840.1.101.3.4.2.1" => SHA256.HashData(certificate.IssuerName.RawData),
            _ => [],
        };
}

/// <summary>What an answer says of one certificate.</summary>
internal sealed record OcspState(
    string Hash,
    byte[] IssuerNameHash,
    BigInteger Serial,
    bool IsKnown,
    DateTimeOffset? RevokedAt
);
