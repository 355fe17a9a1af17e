using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Home;
using Plus.Shared.MailRoom.Item;
using Plus.Shared.MailRoom.Lists;
using Plus.Shared.MailRoom.Mail;
using Plus.Shared.MailRoom.Records;
using Plus.Shared.MailRoom.Registering;
using Plus.Shared.MailRoom.Searching;
using Plus.Shared.MailRoom.Taking;
using Plus.Web.Layout;

namespace Plus.Shared.MailRoom;

/// <summary>The register of what comes in, by post, by hand, by mail and by the e-case.</summary>
public sealed class MailRoomModule : PlusModule
{
    public override string Code => "mailroom";

    public override IEnumerable<Permission> Permissions => MailRoomPermissions.All;

    public override IEnumerable<ProcessType> ProcessTypes => MailRoomProcesses.All;

    // The register of what came in stays whole, and its words are searched.
    public override IEnumerable<string> KeptAtHand => ["mailroom.*"];

    public override void Services(IServiceCollection services)
    {
        services.TryAddSingleton(_ => MailFolders.In(null));
        services.AddScoped<IncomingTaking>();
        services.AddScoped<RegisterHandler>();
        services.AddScoped<ItemHandler>();
        services.AddScoped<ItemReader>();
        services.AddScoped<TextSearch>();
        services.AddScoped<HomeNotice, IncomingNotice>();
        services.AddSingleton<MailImport>();
        services.AddSingleton<MailWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<MailWorker>());
        services.AddSingleton(new MenuItem("mailroom.menu", "/mailroom", MailRoomPermissions.View, 35));
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new IncomingItemTable());
        model.ApplyConfiguration(new IncomingFileTable());
    }

    public override void Endpoints(IEndpointRouteBuilder endpoints) => FileEndpoint.Map(endpoints);
}
