using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Rules.Calendars;
using Plus.Shared.Rules.Current;
using Plus.Shared.Rules.Effects;
using Plus.Shared.Rules.Parameters;
using Plus.Shared.Rules.Records;
using Plus.Web.Layout;

namespace Plus.Shared.Rules;

/// <summary>Legal parameters and the calendar, as this Service has set them.</summary>
public sealed class RulesModule : PlusModule
{
    public override string Code => "rules";

    /// <summary>See legal parameters and the calendar.</summary>
    public const string View = "rules.view";

    public const string Change = "rules.change";

    public override IEnumerable<Permission> Permissions => [new(View), new(Change)];

    public override IEnumerable<ProcessType> ProcessTypes =>
        [SetParameterHandler.Set, WithdrawParameterHandler.Withdrawn, SetDayHandler.Set, RemoveDayHandler.Removed];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<CurrentRules>();
        services.AddScoped<RuleEffect>();
        services.AddScoped<RuleChange>();
        services.AddScoped<SetParameterHandler>();
        services.AddScoped<WithdrawParameterHandler>();
        services.AddScoped<SetDayHandler>();
        services.AddScoped<RemoveDayHandler>();
        services.AddSingleton(new MenuItem("rules.parameters.menu", "/rules/parameters", View, 820));
        services.AddSingleton(new MenuItem("rules.calendar.menu", "/rules/calendar", View, 830));
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new ParameterOverrideTable());
        model.ApplyConfiguration(new CalendarDayTable());
    }
}
