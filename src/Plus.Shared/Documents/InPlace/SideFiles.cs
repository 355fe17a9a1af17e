using System.Xml.Linq;
using Plus.Kernel.Time;

namespace Plus.Shared.Documents.InPlace;

/// <summary>
/// Files that programs put beside a document while they save it, and properties that they set: in this node's memory, by
/// pass, for as long as a save takes. They are no documents and are never kept.
/// </summary>
internal sealed class SideFiles(PlusClock clock)
{
    private const int Most = 8;
    private const long Largest = 40L * 1024 * 1024;
    private const long LargestOfAll = 400L * 1024 * 1024;
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);
    private readonly Lock _gate = new();
    private readonly Dictionary<(Guid Pass, string Name), SideFile> _files = [];
    private readonly Dictionary<Guid, (IReadOnlyList<XElement> Properties, DateTimeOffset At)> _properties = [];

    /// <summary>Names that office programs, editors and mounted drives give to what they put beside a document.</summary>
    public static bool IsSideName(string name) =>
        !name.Contains('/')
        && (
            (name.StartsWith(".~lock.", StringComparison.Ordinal) && name.EndsWith('#'))
            || name.StartsWith("~$", StringComparison.Ordinal)
            || name.StartsWith(".goutputstream-", StringComparison.Ordinal)
            || name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith('~')
            || (name.StartsWith('.') && name.EndsWith(".swp", StringComparison.Ordinal))
        );

    public SideFile? Find(Guid pass, string name)
    {
        lock (_gate)
        {
            return _files.GetValueOrDefault((pass, name));
        }
    }

    public IReadOnlyList<SideFile> Of(Guid pass)
    {
        lock (_gate)
        {
            return [.. _files.Where(f => f.Key.Pass == pass).Select(f => f.Value)];
        }
    }

    /// <summary>Keeps a file for a while.</summary>
    /// <returns>Whether there was room.</returns>
    public bool Put(Guid pass, string name, byte[] content)
    {
        lock (_gate)
        {
            foreach (var (key, file) in _files.Where(f => clock.Now - f.Value.At > Life).ToList())
            {
                _files.Remove(key);
            }

            var others = _files.Where(f => f.Key != (pass, name)).ToList();
            var own = others.Where(f => f.Key.Pass == pass).ToList();
            if (
                own.Count >= Most
                || own.Sum(f => f.Value.Content.LongLength) + content.Length > Largest
                || others.Sum(f => f.Value.Content.LongLength) + content.Length > LargestOfAll
            )
            {
                return false;
            }

            _files[(pass, name)] = new SideFile(name, content, clock.Now);
            return true;
        }
    }

    public void Remove(Guid pass, string name)
    {
        lock (_gate)
        {
            _files.Remove((pass, name));
        }
    }

    public IReadOnlyList<XElement> PropertiesOf(Guid pass)
    {
        lock (_gate)
        {
            return _properties.TryGetValue(pass, out var kept) ? kept.Properties : [];
        }
    }

    public void SetProperties(Guid pass, IReadOnlyList<XElement> properties)
    {
        lock (_gate)
        {
            foreach (var (key, _) in _properties.Where(p => clock.Now - p.Value.At > Life).ToList())
            {
                _properties.Remove(key);
            }

            _properties[pass] = (properties, clock.Now);
        }
    }
}

/// <summary>A file beside a document.</summary>
internal sealed record SideFile(string Name, byte[] Content, DateTimeOffset At);
