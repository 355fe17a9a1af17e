using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using System.Xml.Linq;

namespace Plus.Shared.Signatures.Trust;

/// <summary>
/// Reads a trusted list of the EU (ETSI TS 119 612). The list's own signature is for whoever puts the file into the folder
/// to check; the folder is as much a secret of trust as a root certificate in it.
/// </summary>
internal static class TrustedListXml
{
    private const string ServiceTypes = "http://uri.etsi.org/TrstSvc/Svctype/";
    private const int Longest = 20 * 1024 * 1024;
    private static readonly XNamespace Tsl = "http://uri.etsi.org/02231/v2#";

    public static IEnumerable<TrustAnchor> Read(byte[] content)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = Longest,
        };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content), settings);
            return [.. XDocument.Load(reader).Descendants(Tsl + "ServiceInformation").SelectMany(Service)];
        }
        catch (Exception broken) when (broken is XmlException or FormatException)
        {
            throw new InvalidDataException("No trusted list.", broken);
        }
    }

    private static IEnumerable<TrustAnchor> Service(XElement service)
    {
        var type = service.Element(Tsl + "ServiceTypeIdentifier")?.Value.Trim() ?? "";
        TrustUse? use = type switch
        {
            ServiceTypes + "CA/QC" => TrustUse.Signers,
            ServiceTypes + "TSA/QTST" or ServiceTypes + "TSA" => TrustUse.TimeStamps,
            ServiceTypes + "Certstatus/OCSP/QC" or ServiceTypes + "Certstatus/OCSP" => TrustUse.Revocation,
            _ => null,
        };
        var status = service.Element(Tsl + "ServiceStatus")?.Value.Trim() ?? "";
        var isGranted =
            status.EndsWith("/granted", StringComparison.Ordinal)
            || status.EndsWith("/recognisedatnationallevel", StringComparison.Ordinal);
        DateTimeOffset? until = isGranted
            ? null
            : DateTimeOffset.Parse(
                service.Element(Tsl + "StatusStartingTime")?.Value ?? "",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal
            );
        // An authority that signs certificates also answers for them.
        TrustUse[] uses = use switch
        {
            TrustUse.Signers => [TrustUse.Signers, TrustUse.Revocation],
            { } one => [one],
            null => [],
        };
        return uses.Length == 0
            ? []
            : service
                .Descendants(Tsl + "X509Certificate")
                .Select(c => new TrustAnchor(
                    X509CertificateLoader.LoadCertificate(Convert.FromBase64String(c.Value)),
                    uses,
                    until
                ));
    }
}
