using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Exchange.Takeover.Records;
using Plus.Shared.Exchange.Takeover.Running;
using Plus.Web.Layout;

namespace Plus.Shared.Exchange.Takeover;

/// <summary>Takes over what the system before PLUS knows.</summary>
public sealed class TakeoverModule : PlusModule
{
    public override string Code => "takeover";

    private const string OfPerson = """
        plus_id IN (SELECT unnest(@clients || @sections)
            UNION ALL SELECT id FROM cases.client_case WHERE client_id = ANY (@clients)
            UNION ALL SELECT id FROM cases.basis WHERE client_id = ANY (@clients)
            UNION ALL SELECT id FROM contacts.contact WHERE client_id = ANY (@clients)
            UNION ALL SELECT id FROM documents.document WHERE client_id = ANY (@clients)
            UNION ALL SELECT id FROM journal.entry WHERE client_id = ANY (@clients))
        """;

    public override IEnumerable<ErasureRule> Erasures =>
        [
            // The key from the old system's number to the person, and rows of it that were not understood.
            new("takeover.quarantined_row")
            {
                Delete = true,
                Where = $"source_id IN (SELECT t.source_id FROM takeover.taken_row t WHERE t.{OfPerson})",
            },
            new("takeover.taken_row") { Delete = true, Where = OfPerson },
        ];

    public override IEnumerable<string> KeptAtHand => ["takeover.*"];

    public override void Services(IServiceCollection services)
    {
        services.AddSingleton<TakeoverRunner>();
        services.AddSingleton(new MenuItem("takeover.menu", "/takeover", TakeoverPermissions.View, 95));
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new TakeoverRunTable());
        model.ApplyConfiguration(new TakeoverFileMarkTable());
        model.ApplyConfiguration(new TakenRowTable());
        model.ApplyConfiguration(new QuarantinedRowTable());
        model.ApplyConfiguration(new TakeoverCountTable());
        model.ApplyConfiguration(new TakeoverSectionCountTable());
        model.ApplyConfiguration(new TakeoverMarkCountTable());
    }

    public override IEnumerable<Permission> Permissions => TakeoverPermissions.All;

    public override IEnumerable<ProcessType> ProcessTypes => TakeoverProcesses.All;
}
