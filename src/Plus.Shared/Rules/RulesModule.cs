using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Modules;
using Plus.Shared.Rules.Current;
using Plus.Shared.Rules.Records;

namespace Plus.Shared.Rules;

/// <summary>Legal parameters and the calendar, as this Service has set them.</summary>
public sealed class RulesModule : PlusModule
{
    public override string Code => "rules";

    /// <summary>See legal parameters and the calendar.</summary>
    public const string View = "rules.view";

    public const string Change = "rules.change";

    public override IEnumerable<Permission> Permissions => [new(View), new(Change)];

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
