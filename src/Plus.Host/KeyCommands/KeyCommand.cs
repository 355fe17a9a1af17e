using Microsoft.Extensions.DependencyInjection;
using Plus.Host.Commands;
using Plus.Host.Database;
using Plus.Kernel;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Keys.Exporting;
using Plus.Shared.Keys.Ring;

namespace Plus.Host.KeyCommands;

/// <summary>What the commands of keys share.</summary>
internal static class KeyCommand
{
    /// <summary>Where rooms keep keys that a master key sealed.</summary>
    public static IReadOnlyCollection<WrappedKeyColumn> Columns(DatabaseAccess database)
    {
        using var services = Services(database);
        return [.. services.GetServices<WrappedKeyColumn>()];
    }

    /// <summary>Writes down in the audit what was done.</summary>
    public static async Task TellAsync(DatabaseAccess database, ProcessType type, string? id = null)
    {
        await using var services = Services(database);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<StaffAccessor>().Source = "command";
        await scope
            .ServiceProvider.GetRequiredService<Processes>()
            .NoteAsync(
                new ProcessStart(type) { Values = id is null ? null : new Dictionary<string, object?> { ["id"] = id } }
            );
    }

    /// <summary>The two passphrases: asked for unseen, or two lines of what is piped in.</summary>
    public static (string First, string Second) Passphrases(bool twice)
    {
        var (first, second) = (Ask("first person", twice), Ask("second person", twice));
        if (twice && first == second)
        {
            throw new CommandException("Two people need two passphrases.");
        }

        return (first, second);
    }

    private static string Ask(string who, bool twice)
    {
        if (Console.IsInputRedirected)
        {
            return Checked(Console.In.ReadLine() ?? "", twice);
        }

        var typed = Checked(Unseen($"Passphrase of the {who}: "), twice);
        return !twice || typed == Unseen("Once more: ") ? typed : throw new CommandException("The two differ.");
    }

    private static string Checked(string passphrase, bool isNew) =>
        passphrase.Length >= KeyParts.ShortestPassphrase || (!isNew && passphrase.Length > 0)
            ? passphrase
            : throw new CommandException($"A passphrase has {KeyParts.ShortestPassphrase} characters or more.");

    private static string Unseen(string prompt)
    {
        Console.Error.Write(prompt);
        var typed = new System.Text.StringBuilder();
        for (
            var key = Console.ReadKey(intercept: true);
            key.Key != ConsoleKey.Enter;
            key = Console.ReadKey(intercept: true)
        )
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }

    private static ServiceProvider Services(DatabaseAccess database) =>
        new ServiceCollection().AddLogging().AddKernel(Doors.All, database.AppConnectionString).BuildServiceProvider();
}
