using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Plus.Kernel.Modules;
using Plus.Shared.Files.Keys;
using Plus.Shared.Files.Records;
using Plus.Shared.Files.Storing;
using Plus.Shared.Files.Sweeping;

namespace Plus.Shared.Files;

/// <summary>Files outside the database.</summary>
public sealed class FilesModule : PlusModule
{
    public override string Code => "files";

    public override IEnumerable<NightlyJob> Jobs => [FileSweep.Job];

    public override void Services(IServiceCollection services)
    {
        services.TryAddSingleton(_ => FilePlaces.In(null));
        services.AddSingleton<MasterKeys>();
        services.AddSingleton<BlobStores>();
        services.AddSingleton<FileRows>();
        services.AddSingleton<FileSweep>();
        services.AddSingleton(provider => new FileStore(
            provider.GetRequiredService<FileRows>(),
            provider.GetRequiredService<FilePlaces>(),
            provider.GetRequiredService<BlobStores>(),
            provider.GetRequiredService<MasterKeys>(),
            provider.GetRequiredService<NpgsqlDataSource>()
        ));
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new StoredFileTable());
        model.ApplyConfiguration(new FileRemovalTable());
    }
}
