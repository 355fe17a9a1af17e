using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Results;

namespace Plus.Host.Demo;

/// <summary>Work that the demo's log-ins have done through the application's own handlers.</summary>
internal static class DemoActing
{
    /// <summary>A scope of the application in which somebody of the demo acts.</summary>
    public static AsyncServiceScope Scope(IServiceProvider services, CurrentStaff staff)
    {
        var scope = services.CreateAsyncScope();
        var accessor = scope.ServiceProvider.GetRequiredService<StaffAccessor>();
        (accessor.Current, accessor.Source) = (staff, "demo");
        return scope;
    }

    /// <summary>What came of it; a demo that its own rules refuse is a mistake.</summary>
    public static T Done<T>(Outcome<T> outcome) =>
        outcome.Done ? outcome.Value : throw new InvalidOperationException(outcome.Refusal.TextKey);
}
