using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Kernel.Storage;

namespace Plus.Shared.Audit.Looking;

/// <summary>Which process types are of which of the six kinds.</summary>
internal sealed class ProcessKinds(ModuleList modules)
{
    private readonly Dictionary<string, string> _kinds = modules
        .All.SelectMany(m => m.ProcessTypes)
        .DistinctBy(t => t.Code)
        .ToDictionary(t => t.Code, t => CodeConversion.CodeOf(t.Kind), StringComparer.Ordinal);

    /// <summary>The kind of a process; a type that is known no more was a change.</summary>
    public string KindOf(string type) => _kinds.GetValueOrDefault(type, CodeConversion.CodeOf(EventKind.Change));

    /// <summary>The types of a kind; for changes the types of all others, which are few.</summary>
    public (string[] Types, bool Others) Of(string kind) =>
        kind == CodeConversion.CodeOf(EventKind.Change)
            ? ([.. _kinds.Where(k => k.Value != kind).Select(k => k.Key)], true)
            : ([.. _kinds.Where(k => k.Value == kind).Select(k => k.Key)], false);
}
