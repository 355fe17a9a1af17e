using System.Security.Cryptography.X509Certificates;

namespace Plus.Shared.Signatures.Checking;

/// <summary>Who a certificate says its holder is.</summary>
internal static class SignerName
{
    private const string CommonName = "2.5.4.3";
    private const string Surname = "2.5.4.4";
    private const string SerialNumber = "2.5.4.5";
    private const string OrganisationName = "2.5.4.10";
    private const string GivenName = "2.5.4.42";
    private const string OrganisationCode = "2.5.4.97";

    /// <summary>The person's names where the certificate has them apart, else its common name.</summary>
    public static string Of(X509Certificate2 certificate)
    {
        var parts = Parts(certificate.SubjectName);
        return parts.TryGetValue(GivenName, out var given) && parts.TryGetValue(Surname, out var surname)
            ? $"{given} {surname}"
            : parts.GetValueOrDefault(CommonName) ?? certificate.Subject;
    }

    public static CheckedSignature Fill(CheckedSignature signature, X509Certificate2 certificate)
    {
        var parts = Parts(certificate.SubjectName);
        var issuer = Parts(certificate.IssuerName);
        return signature with
        {
            Signer = Of(certificate),
            Code = PlainCode(parts.GetValueOrDefault(SerialNumber) ?? parts.GetValueOrDefault(OrganisationCode)),
            Organisation = parts.GetValueOrDefault(OrganisationName),
            Issuer = issuer.GetValueOrDefault(CommonName) ?? issuer.GetValueOrDefault(OrganisationName),
        };
    }

    // ETSI EN 319 412-1: PNOLV-010190-12345 is a personal code of Latvia, NTRLV-90000000000 a registration number.
    private static string? PlainCode(string? code) =>
        code is { Length: > 6 } && code[5] == '-' && char.IsAsciiLetterUpper(code[0]) ? code[6..] : code;

    private static Dictionary<string, string> Parts(X500DistinguishedName name)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in name.EnumerateRelativeDistinguishedNames().Where(p => !p.HasMultipleElements))
        {
            if (part.GetSingleElementType().Value is { } type && part.GetSingleElementValue() is { } value)
            {
                parts.TryAdd(type, value);
            }
        }

        return parts;
    }
}
