using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;
using Plus.Kernel;
using Plus.Kernel.Storage;

namespace Plus.Host.Storage;

/// <summary>Makes a context outside of a request: migrations, commands, the design-time tool.</summary>
public sealed class PlusDbFactory : IDesignTimeDbContextFactory<PlusDb>
{
    public PlusDb CreateDbContext(string[] args) => Create(NpgsqlDataSource.Create("Host=localhost;Database=plus"));

    public static PlusDb Create(NpgsqlDataSource source)
    {
        var options = new DbContextOptionsBuilder<PlusDb>();
        options.UsePlusDatabase(source);
        return new PlusDb(options.Options, Doors.All);
    }
}
