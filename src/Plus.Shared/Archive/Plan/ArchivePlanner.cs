using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Plus.Kernel.Ids;
using Plus.Kernel.Modules;
using Plus.Kernel.Storage;
using Plus.Shared.Retention.Plan;

namespace Plus.Shared.Archive.Plan;

/// <summary>
/// Makes the plan from the model and the doors: every table of a client moves, also one of a room that comes later, unless
/// its door keeps it at hand (<see cref="PlusModule.KeptAtHand"/>).
/// </summary>
internal sealed class ArchivePlanner(ModuleList modules, PlusDb db)
{
    private static readonly string[] AlwaysCopied = ["cases.section", "clients.client"];
    private ArchivePlan? _made;

    public ArchivePlan Make() => _made ??= Compose();

    private ArchivePlan Compose()
    {
        var types = db.Model.GetEntityTypes().Where(t => t.GetTableName() is not null).ToList();
        var rules = modules.All.SelectMany(m => m.Erasures).ToDictionary(r => r.Table, StringComparer.Ordinal);
        var wheres = ErasurePlanner.Wheres(types, rules);
        var kept = modules.All.SelectMany(m => m.KeptAtHand).ToHashSet(StringComparer.Ordinal);
        var reached = ErasurePlanner.DependentsFirst([.. types.Where(t => wheres.ContainsKey(Name(t)))]);
        var moved = reached.Where(t => !kept.Contains(Name(t)) && !kept.Contains(t.GetSchema() + ".*")).ToList();
        Refuse(types, moved);
        var copied = reached
            .Where(t => AlwaysCopied.Contains(Name(t), StringComparer.Ordinal) || LeadsTo(t, moved, wheres))
            .ToList();
        return new ArchivePlan([.. moved.Select(Table)], [.. copied.Select(Table)]);

        MovedTable Table(IEntityType type) =>
            new(
                Name(type),
                Own(type) ?? wheres[Name(type)],
                [.. type.GetProperties().Where(TextColumns.NamesFile).Select(p => p.GetColumnName())]
            );
    }

    // Whose row names its client is found by that alone: asked for the section too, no index would serve.
    private static string? Own(IEntityType type) =>
        type.FindProperty("ClientId") is { IsNullable: false } own && own.ClrType == typeof(ClientId)
            ? $"{own.GetColumnName()} = ANY (@clients)"
            : null;

    private static string Name(IEntityType type) => type.GetSchema() + "." + type.GetTableName();

    // A table that stays and through which the rows of one that moves are found.
    private static bool LeadsTo(IEntityType type, List<IEntityType> moved, Dictionary<string, string> wheres) =>
        !moved.Contains(type)
        && moved.Exists(m => wheres[Name(m)].Contains($"FROM {Name(type)} ", StringComparison.Ordinal));

    // What stays must not point at what goes: its rows would stand in the way of every move.
    private static void Refuse(List<IEntityType> types, List<IEntityType> moved)
    {
        var wrong = types
            .Where(t => !moved.Contains(t))
            .SelectMany(t => t.GetForeignKeys())
            .FirstOrDefault(k => moved.Contains(k.PrincipalEntityType) && k.DeleteBehavior != DeleteBehavior.Cascade);
        if (wrong is not null)
        {
            throw new InvalidOperationException(
                $"{Name(wrong.DeclaringEntityType)} stays in the working database and points at {Name(wrong.PrincipalEntityType)}, "
                    + "which moves into the archive: a door keeps both at hand or neither."
            );
        }
    }
}
