using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Modules;
using Plus.Shared.Outbox.Channels;
using Plus.Shared.Outbox.Records;
using Plus.Shared.Outbox.Running;

namespace Plus.Shared.Outbox;

/// <summary>Messages that leave PLUS, and the channels they leave by. Rooms bring the kinds.</summary>
public sealed class OutboxModule : PlusModule
{
    public override string Code => "outbox";

    // What is still to be sent is sent, whatever became of the case.
    public override IEnumerable<string> KeptAtHand => ["outbox.*"];

    public override void Services(IServiceCollection services)
    {
        services.AddSingleton<OutboxRunner>();
        services.AddSingleton<OutboxChannel>(s => new SimulatedChannel(
            "eAddress",
            s.GetRequiredService<OutboxFolders>()
        ));
        services.AddSingleton<OutboxChannel>(s => new SimulatedChannel("eCase", s.GetRequiredService<OutboxFolders>()));
        services.AddSingleton<OutboxChannel>(s => new MailChannel(s.GetRequiredService<OutboxFolders>()));
        services.AddSingleton<OutboxChannel>(s => new SmsChannel(s.GetRequiredService<OutboxFolders>()));
        services.AddSingleton<OutboxChannel>(new PaperChannel("post"));
        services.AddSingleton<OutboxChannel>(new PaperChannel("handed"));
    }

    public override void Model(ModelBuilder model) => model.ApplyConfiguration(new OutboxMessageTable());
}
