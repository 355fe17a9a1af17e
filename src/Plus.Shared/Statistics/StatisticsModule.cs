using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Modules;
using Plus.Shared.Statistics.Engine;
using Plus.Shared.Statistics.Year;
using Plus.Web.Layout;

namespace Plus.Shared.Statistics;

/// <summary>The year in figures: counted from the records that the doors name.</summary>
public sealed class StatisticsModule : PlusModule
{
    /// <summary>See figures; they name nobody.</summary>
    public const string View = "figures.view";

    /// <summary>See the records, and so the people, behind a figure.</summary>
    public const string SeeRows = "figures.rows";

    public override string Code => "statistics";

    public override IEnumerable<Permission> Permissions => [new(View), new(SeeRows) { OfPeople = true }];

    public override void Services(IServiceCollection services)
    {
        services.AddSingleton<FigureCatalog>();
        services.AddSingleton<YearFigures>();
        services.AddSingleton<FigureRows>();
        services.AddScoped<FigurePlaces>();
        services.AddSingleton(new MenuItem("figures.menu", "/figures", View, 700));
    }
}
