using System.Xml;
using Plus.Shared.Signatures.Checking;
using Plus.Shared.Signatures.Stamps;
using Plus.Shared.Signatures.Trust;

namespace Plus.Shared.Signatures.Xades;

/// <summary>The time stamps over a signature's value.</summary>
internal static class XadesStamp
{
    /// <summary>The earliest time that a good stamp proves; the faults of stamps when none is good.</summary>
    public static StampVerdict Check(XadesSignature signature, TrustList trust, DateTimeOffset now)
    {
        var verdicts = signature
            .UnsignedProperties.Children("SignatureTimeStamp", XmlNames.Xades)
            .Take(SignatureLimits.Signatures)
            .Select(s => CheckOne(s, signature, trust, now))
            .ToList();
        return verdicts.Where(v => v.Faults.Count == 0).MinBy(v => v.At)
            ?? verdicts.FirstOrDefault()
            ?? StampVerdict.None;
    }

    private static StampVerdict CheckOne(
        XmlElement stamp,
        XadesSignature signature,
        TrustList trust,
        DateTimeOffset now
    )
    {
        var method = stamp.Only("CanonicalizationMethod", XmlNames.Ds);
        var stamped = CanonicalXml.Of(
            signature.ValueElement,
            method is null ? XmlNames.C14N : XadesSignature.Algorithm(method),
            XadesSignature.Prefixes(method)
        );
        var token = stamp.Only("EncapsulatedTimeStamp", XmlNames.Xades);
        return stamped is null || token is null
            ? StampVerdict.Wrong
            : StampCheck.Check(XadesSignature.Bytes(token), stamped, signature.OtherCertificates, trust, now);
    }
}
