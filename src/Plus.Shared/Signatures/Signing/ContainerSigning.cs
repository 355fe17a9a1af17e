using Plus.Kernel.Time;
using Plus.Shared.Signatures.Containers;

namespace Plus.Shared.Signatures.Signing;

/// <summary>Signs files into a container through the signing service.</summary>
public sealed class ContainerSigning(ISigningService service, PlusClock clock)
{
    /// <summary>Signatures are worth nothing outside a trial.</summary>
    public bool IsTrial => service.IsTrial;

    /// <summary>A new container with one signature over all files.</summary>
    public async Task<byte[]> SignAsync(IReadOnlyList<SignedFile> files, SigningPerson person, CancellationToken ct)
    {
        using var certificate = await service.CertificateAsync(person, ct);
        var builder = new XadesBuilder(files, certificate, clock.Now);
        var signature = await service.SignAsync(person, certificate, builder.HashToSign(), ct);
        var token = await service.StampAsync(builder.Sign(signature), ct);
        return AsicWriter.Write(files, [builder.Stamp(token)], clock.Now);
    }
}
