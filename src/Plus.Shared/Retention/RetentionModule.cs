using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Home;
using Plus.Shared.Retention.Due;
using Plus.Shared.Retention.Erasing;
using Plus.Shared.Retention.Holds;
using Plus.Shared.Retention.Plan;
using Plus.Shared.Retention.Proposals;
using Plus.Shared.Retention.Records;
using Plus.Web.Layout;

namespace Plus.Shared.Retention;

/// <summary>How long records are kept, what stands in the way, and erasing them by two people.</summary>
public sealed class RetentionModule : PlusModule
{
    /// <summary>See rules, holds, what would go and what went: numbers of cases, never their content.</summary>
    public const string View = "retention.view";

    public const string Propose = "retention.propose";

    /// <summary>Say yes or no to what somebody else proposed.</summary>
    public const string Consent = "retention.consent";

    /// <summary>Lay and end a legal hold.</summary>
    public const string Hold = "retention.hold";

    private const string Word = "retention";

    public override string Code => "retention";

    public override IEnumerable<Permission> Permissions =>
        [new(View) { Word = Word }, new(Propose), new(Consent), new(Hold)];

    public override IEnumerable<ProcessType> ProcessTypes =>
        [
            ProposeHandler.Proposed,
            DecideErasureHandler.Agreed,
            DecideErasureHandler.Declined,
            HoldHandler.Laid,
            HoldHandler.Ended,
            ErasureRun.Erased,
            ErasureRun.Left,
            ErasureRun.Finished,
        ];

    public override IEnumerable<string> KeptAtHand => ["retention.*"];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<DueRecords>();
        services.AddScoped<ErasurePlanner>();
        services.AddScoped<ErasureRun>();
        services.AddScoped<ErasureList>();
        services.AddScoped<ProposeHandler>();
        services.AddScoped<DecideErasureHandler>();
        services.AddScoped<HoldHandler>();
        services.AddScoped<HomeNotice, ErasuresToDecide>();
        services.AddSingleton(new MenuItem("retention.menu", "/retention", View, 860));
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new ErasureTable());
        model.ApplyConfiguration(new ErasureItemTable());
        model.ApplyConfiguration(new LegalHoldTable());
    }
}
