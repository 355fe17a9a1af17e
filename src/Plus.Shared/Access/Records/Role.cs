using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;

namespace Plus.Shared.Access.Records;

/// <summary>A role: a set of permissions and how far they reach. Delivered roles may be changed, not removed.</summary>
public sealed class Role
{
    private Role() { }

    public Role(string code, AccessScope scope, string[] permissions)
    {
        (Code, Scope, Permissions) = (code, scope, permissions);
    }

    /// <summary>Stable code; its name stands in the texts under <c>role.&lt;code&gt;</c>.</summary>
    public string Code { get; private set; } = "";

    public AccessScope Scope { get; private set; }

    public string[] Permissions { get; private set; } = [];

    /// <summary>
    /// The permissions with which the role was last delivered. A permission that a new version brings is added to
    /// the role once; one that the Service took away stays away.
    /// </summary>
    public string[] Delivered { get; private set; } = [];

    /// <summary>
    /// A role that can change who may what, or sees what everybody did: it works only with a second factor, and two people
    /// give it.
    /// </summary>
    public bool Privileged { get; private set; }

    /// <summary>
    /// Code of the purpose that everything done in this role has: whoever keeps a register opens records because it is kept.
    /// Null where each record outside the own caseload asks for its own.
    /// </summary>
    public string? Purpose { get; private set; }

    public uint Version { get; private set; }

    public void Grant(IEnumerable<string> permissions, AccessScope scope)
    {
        Permissions = [.. permissions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Scope = scope;
        // A role that came to power is as dangerous as one that was delivered with it.
        Privileged = Privileged || Permissions.Any(AccessPermissions.Powerful.Contains);
    }
}

internal sealed class RoleTable : IEntityTypeConfiguration<Role>
{
    public void Configure(EntityTypeBuilder<Role> builder)
    {
        builder.ToTable("role", "access");
        builder.HasKey(r => r.Code);
        builder.Property(r => r.Code).HasMaxLength(40);
        builder.Property(r => r.Scope).AsCode();
        builder.Property(r => r.Purpose).HasMaxLength(40);
        builder.Property(r => r.Version).IsRowVersion();
    }
}
