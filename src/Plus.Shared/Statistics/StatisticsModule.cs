using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Modules;
using Plus.Shared.Statistics.Engine;

namespace Plus.Shared.Statistics;

/// <summary>The year in figures: counted from the records that the doors name.</summary>
public sealed class StatisticsModule : PlusModule
{
    public override string Code => "statistics";

    public override void Services(IServiceCollection services)
    {
        services.AddSingleton<FigureCatalog>();
        services.AddSingleton<YearFigures>();
        services.AddSingleton<FigureRows>();
    }
}
