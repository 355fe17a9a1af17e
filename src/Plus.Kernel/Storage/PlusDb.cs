using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Modules;

namespace Plus.Kernel.Storage;

/// <summary>
/// The one database context, its model built from the doors. Everything is saved through
/// <see cref="Processes"/>: a save outside a process is a bug and throws.
/// </summary>
/// <param name="options">How it connects.</param>
/// <param name="modules">The doors.</param>
/// <param name="staff">Who acts; null for the owner's tools, which the database's policies do not concern.</param>
public sealed class PlusDb(DbContextOptions<PlusDb> options, ModuleList modules, StaffAccessor? staff = null)
    : DbContext(options)
{
    /// <summary>Set while a process commits; saving without it is refused.</summary>
    internal bool InProcess { get; set; }

    /// <summary>Clients that what is being saved was read of, so that it may move them out of reach.</summary>
    internal IReadOnlyCollection<ClientId> Held { get; set; } = [];

    /// <summary>What the database is told before each statement; null when the context acts as the owner.</summary>
    internal string? Wall => staff?.Reach.SettingHolding(Held);

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

    /// <summary>
    /// Tells the database again who acts, where a transaction is open and was told at its start: when the service itself
    /// begins or ends to act within it.
    /// </summary>
    public async Task TellAsync(CancellationToken ct = default)
    {
        if (Database.CurrentTransaction is not null && Wall is { } wall)
        {
            await using var enter = WallInterceptor.EnterCommand(Database.GetDbConnection(), wall);
            await enter.ExecuteNonQueryAsync(ct);
        }
    }

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
