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

    /// <summary>Endpoints that are not pages; each names its permission.</summary>
    public virtual void Endpoints(IEndpointRouteBuilder endpoints) { }
}
