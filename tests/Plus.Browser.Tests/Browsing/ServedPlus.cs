using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Plus.Browser.Tests.Statements;
using Plus.Testing.Pages;

namespace Plus.Browser.Tests.Browsing;

/// <summary>The real application on real Kestrel and a database of its own. Use it as a class fixture.</summary>
public sealed class ServedPlus : IAsyncLifetime
{
    public ServedPlus() =>
        App = new PlusApp(listens: true, builder => builder.Services.AddSingleton<IStartupFilter>(Statements))
        {
            IsDemo = true,
        };

    /// <summary>Arranges people and records, and answers requests without a browser.</summary>
    public PlusApp App { get; }

    /// <summary>What each request asked of the database.</summary>
    public StatementCount Statements { get; } = new();

    public string Address => App.Address.GetLeftPart(UriPartial.Authority);

    public ValueTask InitializeAsync() => App.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Statements.Dispose();
    }
}
