using Plus.Shared.Exchange.Lines;

namespace Plus.Shared.Exchange.Running;

/// <summary>
/// Cuts prepared lines into batches: as many as may go together, in their order, no two of which touch the same message
/// or perhaps the same person.
/// </summary>
internal static class BatchMaker
{
    /// <summary>New messages of one transaction.</summary>
    public const int MostMessages = 2000;

    public static IEnumerable<List<PreparedLine>> Cut(IReadOnlyList<PreparedLine> lines)
    {
        var batch = new List<PreparedLine>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var messages = 0;
        foreach (var line in lines)
        {
            if (messages > 0 && (messages == MostMessages || line.Keys.Any(keys.Contains)))
            {
                yield return batch;
                (batch, messages) = ([], 0);
                keys.Clear();
            }

            batch.Add(line);
            keys.UnionWith(line.Keys);
            messages += line.Read is null ? 0 : 1;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}
