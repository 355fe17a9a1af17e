namespace Plus.Host.Commands;

/// <summary>Writes progress to the console, beside the command's own output.</summary>
internal sealed class ConsoleLines : IProgress<string>
{
    public void Report(string value) => Console.Error.WriteLine(value);
}
