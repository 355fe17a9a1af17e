using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Plus.Shared.Files.Moving;
using Plus.Shared.Files.Scanning;
using Plus.Shared.Files.Storing;
using Plus.Shared.Files.Sweeping;
using Plus.Shared.Files.Verifying;
using Plus.Shared.Keys.Ring;

namespace Plus.Shared.Files;

/// <summary>The parts of the store, put together once for the application and once for commands without it.</summary>
internal static class FileRoom
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<BlobStores>();
        services.AddSingleton<FileRows>();
        services.AddSingleton<FileHolds>();
        services.AddSingleton<FileSweep>();
        services.AddSingleton<VirusScan>();
        services.AddSingleton(new WrappedKeyColumn("files.stored_file", "master_key", "wrapped_key"));
        services.AddSingleton<FileMove>();
        services.AddSingleton<FileVerification>();
        services.AddSingleton(p => new FileStore(
            p.GetRequiredService<FileRows>(),
            p.GetRequiredService<FilePlaces>(),
            p.GetRequiredService<BlobStores>(),
            p.GetRequiredService<KeyRing>(),
            p.GetRequiredService<VirusScan>(),
            p.GetRequiredService<FileHolds>()
        ));
    }

    /// <summary>The same over a database, for commands.</summary>
    public static ServiceProvider Over(string connectionString, FilePlaces places, KeyRing keys)
    {
        var services = new ServiceCollection();
        services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(places);
        services.AddSingleton(keys);
        Add(services);
        return services.BuildServiceProvider();
    }
}
