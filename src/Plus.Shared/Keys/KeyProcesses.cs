using Plus.Kernel.Audit;

namespace Plus.Shared.Keys;

/// <summary>What is done to the keys, told by the commands that do it.</summary>
internal static class KeyProcesses
{
    public static readonly ProcessType Rotated = new("keys.rotated");

    public static readonly ProcessType Exported = new("keys.exported");

    public static readonly ProcessType GivenUp = new("keys.givenUp");
}
