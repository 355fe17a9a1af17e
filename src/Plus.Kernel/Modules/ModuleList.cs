namespace Plus.Kernel.Modules;

/// <summary>All doors of the house, in the order in which the host names them.</summary>
public sealed class ModuleList(IReadOnlyList<PlusModule> all)
{
    public IReadOnlyList<PlusModule> All { get; } = all;

    public IEnumerable<string> Permissions => All.SelectMany(m => m.Permissions).Select(p => p.Code).Distinct();
}
