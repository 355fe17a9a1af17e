using System.Security.Cryptography.X509Certificates;
using Plus.Kernel.Time;

namespace Plus.Shared.Signatures.Signing;

/// <summary>
/// The one way to sign. A trial has the trial's signer; a real service has the adapter of its signing service, and without
/// one nothing is signed electronically.
/// </summary>
public sealed class SigningDoor
{
    private readonly ContainerSigning? _signing;

    public SigningDoor(SignaturePlaces places, PlusClock clock, IEnumerable<ISigningService> adapters)
    {
        var service = adapters.FirstOrDefault();
        if (service is null && places.TrialFolder is { } folder)
        {
            var authority = TrialAuthority.KeptIn(folder, clock.Now);
            TrialRoot = authority.Root;
            service = new TrialSigner(authority, clock);
        }

        _signing = service is null ? null : new ContainerSigning(service, clock);
    }

    /// <summary>The trial's root, to be trusted in the trial; null where nothing is a trial.</summary>
    public X509Certificate2? TrialRoot { get; }

    /// <summary>Signs files into containers; null when there is no signing service.</summary>
    public ContainerSigning? Signing => _signing;
}
