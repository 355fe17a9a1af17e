namespace Plus.Host.Commands;

internal static class ServeCommand
{
    public static Task<int> RunAsync(string[] args) =>
        throw new CommandException("serve is not reachable from here: " + args.Length);
}
