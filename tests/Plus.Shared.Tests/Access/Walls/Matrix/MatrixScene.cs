using Plus.Shared.Access.Records;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access.Walls.Matrix;

/// <summary>An application with one planted person of each kind, one employee of each role and the table of routes.</summary>
public sealed class MatrixScene : IAsyncLifetime
{
    internal PlusApp App { get; } = new();

    internal HiddenPeople People { get; private set; } = null!;

    internal MatrixRoutes Routes { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        People = await HiddenPeople.MakeAsync(App);
        Routes = await MatrixRoutes.ReadAsync(App);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    internal Staff StaffOf(string role) => People.Staff[role];

    internal async Task<IReadOnlyList<string>> HashesAsync()
    {
        var hashes = new List<string>();
        foreach (var person in People.All)
        {
            hashes.Add(person.Kind + " " + await HiddenPeople.HashAsync(App, person));
        }

        return hashes;
    }
}
