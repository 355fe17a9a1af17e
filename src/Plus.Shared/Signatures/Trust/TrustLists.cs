using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Plus.Kernel.Time;
using Plus.Shared.Signatures.Signing;

namespace Plus.Shared.Signatures.Trust;

/// <summary>The trust list as it lies in its folder, read anew after a minute, with the trial's authority in a trial.</summary>
public sealed class TrustLists(SignaturePlaces places, SigningDoor door, PlusClock clock, ILogger<TrustLists> log)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private TrustList? _list;
    private DateTimeOffset _readAt;

    /// <summary>The list that counts now.</summary>
    public TrustList Current
    {
        get
        {
            lock (_gate)
            {
                if (_list is null || clock.Now - _readAt > Fresh)
                {
                    (_list, _readAt) = (Read(), clock.Now);
                }

                return _list;
            }
        }
    }

    private TrustList Read()
    {
        var list = TrustList.Load(places.TrustFolder, out var unread);
        foreach (var name in unread)
        {
            log.LogWarning("The file {Name} of the trust list cannot be read and is trusted for nothing.", name);
        }

        X509Certificate2? trial = door.TrialRoot;
        return trial is null
            ? list
            : new TrustList([.. list.Anchors, new TrustAnchor(trial, Enum.GetValues<TrustUse>(), null)]);
    }
}
