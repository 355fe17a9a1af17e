using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Opportunities.PuttingOff;
using Plus.Shared.Opportunities.Records;
using Plus.Shared.Opportunities.Showing;

namespace Plus.Shared.Opportunities;

/// <summary>Early ending and easing: what could be proposed for a client who does well, and why not yet.</summary>
public sealed class OpportunitiesModule : PlusModule
{
    /// <summary>See opportunities.</summary>
    public const string View = "opportunities.view";

    /// <summary>Put them off.</summary>
    public const string Work = "opportunities.work";

    public override string Code => "opportunities";

    public override IEnumerable<Permission> Permissions =>
        [new(View) { OfPeople = true, Reads = true }, new(Work) { OfPeople = true }];

    public override IEnumerable<ProcessType> ProcessTypes => [PutOffHandler.WasPutOff];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<OpportunityReader>();
        services.AddScoped<OpportunityList>();
        services.AddScoped<PutOffHandler>();
    }

    public override void Model(ModelBuilder model) => model.ApplyConfiguration(new PutOffTable());
}
