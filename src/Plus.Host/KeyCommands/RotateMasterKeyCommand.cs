using Plus.Host.Commands;
using Plus.Host.Database;
using Plus.Kernel.Time;
using Plus.Shared.Keys;
using Plus.Shared.Keys.Ring;
using Plus.Shared.Keys.Rotating;

namespace Plus.Host.KeyCommands;

/// <summary><c>plus rotate-master-key [--prepare | --lost] [--data DIR]</c></summary>
internal static class RotateMasterKeyCommand
{
    internal static async Task<int> RunAsync(string[] args)
    {
        var data = DataOption.Take(ref args);
        if (args is not ([] or ["--prepare"] or ["--lost"]))
        {
            throw new CommandException("Usage: plus rotate-master-key [--prepare | --lost] [--data DIR]", 2);
        }

        var settings = DatabaseSettings.FromEnvironment(data);
        var places = KeyPlaces.FromEnvironment(settings.DataFolder);
        await using var database = await DatabaseAccess.UseAsync(settings, Console.Error.WriteLine, default);
        var columns = KeyCommand.Columns(database);
        var now = new PlusClock(TimeProvider.System).Now;
        if (args is ["--lost"])
        {
            var (made, closed) = await LostKeys.GiveUpAsync(
                places,
                database.OwnerConnectionString,
                columns,
                now,
                default
            );
            await KeyCommand.TellAsync(database, KeyProcesses.GivenUp, made);
            Console.WriteLine(
                $"The master key {made} begins anew. {closed} files stay closed until the old keys are found; everybody logs in "
                    + "again, and authenticators are set up anew. Start PLUS again."
            );
            return 0;
        }

        await KeyRingStart.OpenAsync(places, database.OwnerConnectionString, now, default);
        var rotation = new MasterKeyRotation(places, database.OwnerConnectionString, columns);
        if (args is ["--prepare"])
        {
            Console.WriteLine(
                $"The master key {rotation.Prepare(now)} is on the ring and not in use. Copy {places.File} to every node, then run "
                    + "'plus rotate-master-key'."
            );
            return 0;
        }

        var (id, count) = await rotation.RotateAsync(now, default);
        await KeyCommand.TellAsync(database, KeyProcesses.Rotated, id);
        Console.WriteLine(
            $"The master key {id} seals from now on; {count} keys are sealed anew. Export the keys again."
        );
        return 0;
    }
}
