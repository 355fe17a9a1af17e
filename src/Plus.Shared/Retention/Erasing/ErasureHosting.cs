using Microsoft.Extensions.DependencyInjection;

namespace Plus.Shared.Retention.Erasing;

/// <summary>Switches erasing on, on the node that runs jobs.</summary>
public static class ErasureHosting
{
    public static IServiceCollection AddErasing(this IServiceCollection services)
    {
        services.AddHostedService<ErasureWorker>();
        return services;
    }
}
