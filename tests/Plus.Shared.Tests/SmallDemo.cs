using Plus.Host.Demo;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests;

/// <summary>The demo service in miniature, on the day on which a test's clock stands.</summary>
internal static class SmallDemo
{
    /// <summary>Builds one record in a hundred.</summary>
    public static Task BuildSmallDemoAsync(this PlusApp app) =>
        DemoBuilder.BuildAsync(
            app.Database.OwnerConnectionString,
            new DemoOptions(DateOnly.FromDateTime(app.Now.UtcDateTime)) { OneIn = 100 },
            new Progress<string>(),
            default
        );
}
