using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Modules;
using Plus.Shared.Rules.Current;
using Plus.Shared.Rules.Records;

namespace Plus.Shared.Rules;

/// <summary>Legal parameters and the calendar, as this Service has set them.</summary>
public sealed class RulesModule : PlusModule
{
    public override string Code => "rules";

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<CurrentRules>();
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new ParameterOverrideTable());
        model.ApplyConfiguration(new CalendarDayTable());
    }
}
