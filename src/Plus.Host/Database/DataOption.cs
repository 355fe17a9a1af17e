using Plus.Host.Commands;

namespace Plus.Host.Database;

/// <summary>The option <c>--data DIR</c> that all commands share.</summary>
internal static class DataOption
{
    /// <summary>Takes the option out of the arguments; null when it is not there.</summary>
    internal static string? Take(ref string[] args)
    {
        var at = Array.IndexOf(args, "--data");
        if (at < 0)
        {
            return null;
        }
        if (at + 1 >= args.Length || args[at + 1].StartsWith('-'))
        {
            throw new CommandException("--data needs a folder.", 2);
        }
        var folder = args[at + 1];
        args = [.. args[..at], .. args[(at + 2)..]];
        return folder;
    }
}
