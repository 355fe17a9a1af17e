using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Kernel.Storage;
using Plus.Shared.Exchange.Deciding;
using Plus.Shared.Exchange.Erasing;
using Plus.Shared.Exchange.Mending;
using Plus.Shared.Exchange.Message;
using Plus.Shared.Exchange.Records;
using Plus.Shared.Exchange.Running;
using Plus.Shared.Exchange.Taking;
using Plus.Shared.Exchange.Uploading;
using Plus.Shared.Exchange.Watching;
using Plus.Web.Layout;

namespace Plus.Shared.Exchange;

/// <summary>Messages from courts, prosecutors, prisons and the police.</summary>
public sealed class ExchangeModule : PlusModule
{
    public override string Code => "exchange";

    public override IEnumerable<ErasureRule> Erasures =>
        [
            // The hashes tell a message that comes again from a new one; they lead to nobody.
            new("exchange.intake_message") { Keep = ["raw_hash", "content_hash"] },
        ];

    public override Task EraseFirstAsync(
        IServiceProvider services,
        IReadOnlyList<Guid> clients,
        CancellationToken ct
    ) => UnmatchedMessages.EraseAsync(services.GetRequiredService<PlusDb>(), clients, ct);

    public override IEnumerable<RetentionClass> RetentionClasses =>
        [
            new(
                "intakeMessage",
                """
                SELECT m.id AS record_id, m.client_id, left(m.id::text, 13) AS label,
                       (m.received_at AT TIME ZONE 'Europe/Riga')::date AS since
                FROM exchange.intake_message m WHERE m.raw <> ''
                """
            )
            {
                Erase =
                [
                    "UPDATE exchange.intake_message SET raw = '', raw_bytes = NULL, reason_values = NULL WHERE id = @record",
                ],
            },
        ];

    public override IEnumerable<string> KeptAtHand => ["exchange.*"];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<IntakeBatch>();
        services.AddScoped<IntakeRuns>();
        services.AddSingleton<IntakeRunner>();
        services.TryAddSingleton(_ => IntakeFolders.In(null));
        services.AddSingleton<WatchedFolder>();
        services.AddSingleton<IntakeWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<IntakeWorker>());
        services.AddScoped<SettleHandler>();
        services.AddScoped<ChooseOfficeHandler>();
        services.AddScoped<OpenWithheldHandler>();
        services.AddScoped<DecideMatchHandler>();
        services.AddScoped<MendHandler>();
        services.AddSingleton(new MenuItem("exchange.menu", "/intake", IntakePermissions.View, 30));
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new IntakeRunTable());
        model.ApplyConfiguration(new IntakeRunPartTable());
        model.ApplyConfiguration(new IntakeMessageTable());
    }

    public override IEnumerable<Permission> Permissions => IntakePermissions.All;

    public override IEnumerable<ProcessType> ProcessTypes => IntakeProcesses.All;
}
