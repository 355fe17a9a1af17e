using Microsoft.Extensions.DependencyInjection;
using Plus.Host.Database;
using Plus.Kernel.Time;
using Plus.Shared.Files;
using Plus.Shared.Keys.Ring;

namespace Plus.Host.Files;

/// <summary>The store of files for a command, with the ring that its database is sealed with.</summary>
internal static class FilesOf
{
    internal static async Task<ServiceProvider> OpenAsync(DatabaseAccess database, DatabaseSettings settings)
    {
        var keys = await KeyRingStart.OpenAsync(
            KeyPlaces.FromEnvironment(settings.DataFolder),
            database.OwnerConnectionString,
            new PlusClock(TimeProvider.System).Now,
            default
        );
        return FileRoom.Over(database.OwnerConnectionString, FilePlaces.In(settings.DataFolder), keys);
    }
}
