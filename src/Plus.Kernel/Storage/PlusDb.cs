using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;

namespace Plus.Kernel.Storage;

/// <summary>
/// The one database context, its model built from the doors. Everything is saved through
/// <see cref="Processes"/>: a save outside a process is a bug and throws.
/// </summary>
public sealed class PlusDb(DbContextOptions<PlusDb> options, ModuleList modules) : DbContext(options)
{
    /// <summary>Set while a process commits; saving without it is refused.</summary>
    internal bool InProcess { get; set; }

    public DbSet<ProcessRow> Processes => Set<ProcessRow>();

    public DbSet<ViewRow> Views => Set<ViewRow>();

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        if (!InProcess)
        {
            throw new InvalidOperationException("Every write is a process: commit through Processes.");
        }

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Every write is a process: commit through Processes, asynchronously.");

    /// <summary>Saves records as they are, without a process: for arranging tests only.</summary>
    internal async Task SaveUnauditedAsync()
    {
        InProcess = true;
        await SaveChangesAsync();
        InProcess = false;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        TypedIdConversion.Configure(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new ProcessRowTable());
        modelBuilder.ApplyConfiguration(new ViewRowTable());
        foreach (var module in modules.All)
        {
            module.Model(modelBuilder);
        }

        SnakeCaseNames.Apply(modelBuilder);
    }
}
