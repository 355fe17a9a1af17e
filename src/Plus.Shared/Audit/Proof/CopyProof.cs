using System.Globalization;
using Plus.Shared.Audit.Sealing;

namespace Plus.Shared.Audit.Proof;

/// <summary>Proves a plain-text copy of the audit, without a database.</summary>
internal static class CopyProof
{
    public static AuditVerdict Prove(string folder, TrustedHeads heads)
    {
        var breaks = new List<AuditBreak>();
        if (heads.Break is { } broken)
        {
            breaks.Add(broken);
        }

        var reductions = Reductions.Read(
            Directory.EnumerateFiles(folder, "process-*.events").SelectMany(File.ReadLines)
        );
        var (events, after, reduced) = (0L, 0L, 0L);
        foreach (var chain in AuditChain.All)
        {
            var proof = new ChainProof(chain, heads.All, reductions);
            var name = Path.Combine(folder, chain.Replace('/', '-'));
            if (Walk(name, proof) is { } stray)
            {
                breaks.Add(OutOfPlace(name, $"{chain}, {EventLine.Id(stray)}", stray));
            }
            else
            {
                proof.End();
            }

            if (proof.Break is { } found)
            {
                breaks.Add(found);
            }

            events += proof.Count;
            reduced += proof.Reduced;
            after += Math.Max(0, proof.Count - (heads.Last?.Chains.GetValueOrDefault(chain)?.Count ?? 0));
        }

        var unsealed = Unsealed(folder);
        if (heads.Last is { } last)
        {
            breaks.AddRange(unsealed.Where(u => u.At < last.At.AddHours(-1)).Take(1).Select(DatabaseProof.Stray));
        }

        return new AuditVerdict(events, after, unsealed.Count, heads.Last, breaks) { Reduced = reduced };
    }

    /// <returns>The first event that no seal names where it stands.</returns>
    private static string? Walk(string name, ChainProof proof)
    {
        if (!File.Exists(name + ".seals"))
        {
            return null;
        }

        using var lines = File.ReadLines(name + ".events").GetEnumerator();
        // A line ahead, so that a line too many is told from one that is gone.
        var ahead = new Queue<string>();
        foreach (var seal in File.ReadLines(name + ".seals"))
        {
            while (ahead.Count < 3 && lines.MoveNext())
            {
                ahead.Enqueue(lines.Current);
            }

            if (Read(seal) is not { } sealedEvent)
            {
                proof.Add(new SealedEvent(proof.Count + 2, Guid.Empty, default, "", null));
                return null;
            }

            var here = ahead.TryPeek(out var line) && EventLine.Id(line) == sealedEvent.Id;
            if (!here && ahead.Skip(1).Any(l => EventLine.Id(l) == sealedEvent.Id))
            {
                return ahead.Peek();
            }

            proof.Add(sealedEvent with { Line = here ? ahead.Dequeue() : null, Near = [.. ahead] });
            if (proof.Break is not null)
            {
                return null;
            }
        }

        return ahead.TryDequeue(out var left) ? left
            : lines.MoveNext() ? lines.Current
            : null;
    }

    private static AuditBreak OutOfPlace(string name, string where, string line) =>
        EventLine.Id(line) is { } id && File.ReadLines(name + ".seals").Any(s => Read(s)?.Id == id)
            ? new AuditBreak(AuditBreakKind.Reordered, where, "it stands in another place than its seal.")
            : new AuditBreak(AuditBreakKind.Inserted, where, "no seal names it.");

    private static SealedEvent? Read(string seal) =>
        seal.Split('\t') is [var number, var id, var at, var hash]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
        && Guid.TryParse(id, out var guid)
        && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var sealedAt)
            ? new SealedEvent(read, guid, sealedAt, hash, null)
            : null;

    private static List<UnsealedEvent> Unsealed(string folder)
    {
        var file = Path.Combine(folder, AuditCopy.Unsealed);
        return File.Exists(file)
            ?
            [
                .. File.ReadLines(file)
                    .Select(l => l.Split('\t'))
                    .Where(p => p.Length == 3)
                    .Select(p => new UnsealedEvent(
                        p[0],
                        Guid.Parse(p[1]),
                        DateTimeOffset.Parse(p[2], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)
                    )),
            ]
            : [];
    }
}
