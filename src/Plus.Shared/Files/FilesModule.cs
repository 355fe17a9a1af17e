using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Plus.Kernel.Modules;
using Plus.Shared.Files.Records;
using Plus.Shared.Files.Scanning;
using Plus.Shared.Files.Sweeping;
using Plus.Shared.Files.Text;

namespace Plus.Shared.Files;

/// <summary>Files outside the database.</summary>
public sealed class FilesModule : PlusModule
{
    public override string Code => "files";

    public override IEnumerable<NightlyJob> Jobs => [FileSweep.Job];

    public override IEnumerable<string> KeptAtHand => ["files.*"];

    public override void Services(IServiceCollection services)
    {
        services.TryAddSingleton(_ => FilePlaces.In(null));
        FileRoom.Add(services);
        services.AddSingleton<ScanWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<ScanWorker>());
        services.AddSingleton<TextWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<TextWorker>());
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new StoredFileTable());
        model.ApplyConfiguration(new FileRemovalTable());
        model.ApplyConfiguration(new FileTextTable());
    }
}
