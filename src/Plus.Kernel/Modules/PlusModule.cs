using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;

namespace Plus.Kernel.Modules;

/// <summary>
/// A room's door: everything the house must know of the room, in one place. The host lists the doors; nothing is
/// found by searching.
/// </summary>
public abstract class PlusModule
{
    /// <summary>The room's stable code; also the name of its database schema.</summary>
    public abstract string Code { get; }

    /// <summary>Tables, with every table in the schema of the room's code.</summary>
    public virtual void Model(ModelBuilder model) { }

    public virtual void Services(IServiceCollection services) { }

    public virtual IEnumerable<Permission> Permissions => [];

    public virtual IEnumerable<ProcessType> ProcessTypes => [];

    public virtual IEnumerable<NightlyJob> Jobs => [];

    /// <summary>What becomes of the room's tables when a person is erased, where that is not the ordinary thing.</summary>
    public virtual IEnumerable<ErasureRule> Erasures => [];

    /// <summary>
    /// Tables of clients that stay in the working database when a closed case goes into the archive, with their schema:
    /// <c>cases.section</c>; a whole schema as <c>cases.*</c>. Those by which people are found, reached and counted stay;
    /// every other table that knows a client moves.
    /// </summary>
    public virtual IEnumerable<string> KeptAtHand => [];

    /// <summary>Classes of records that the room keeps for a term.</summary>
    public virtual IEnumerable<RetentionClass> RetentionClasses => [];

    /// <summary>
    /// Erases what no rule finds, while the rows still say who the clients are: what lies outside the database, and rows
    /// that tell of a person without naming the client. It runs in the transaction of the erasure, and again after an
    /// interruption.
    /// </summary>
    public virtual Task EraseFirstAsync(IServiceProvider services, IReadOnlyList<Guid> clients, CancellationToken ct) =>
        Task.CompletedTask;

    /// <summary>Endpoints that are not pages; each names its permission.</summary>
    public virtual void Endpoints(IEndpointRouteBuilder endpoints) { }
}
