using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Plus.Kernel.Ids;
using Plus.Kernel.Modules;
using Plus.Kernel.Storage;

namespace Plus.Shared.Retention.Plan;

/// <summary>
/// Makes the plan of an erasure from the model and the doors' rules, so that a room which comes later is in it by itself:
/// a table that names a client or a section, or leads to one by its key, loses its texts unless its door says otherwise.
/// </summary>
internal sealed class ErasurePlanner(ModuleList modules, PlusDb db)
{
    private const string Clients = "clients.client";
    private const string Sections = "cases.section";

    /// <summary>The audit is reduced by the database itself, and what keeps count of erasures stays.</summary>
    private static readonly string[] Apart = ["audit", "retention"];

    public ErasurePlan Make()
    {
        var rules = modules.All.SelectMany(m => m.Erasures).ToDictionary(r => r.Table, StringComparer.Ordinal);
        var types = db
            .Model.GetEntityTypes()
            .Where(t => t.GetTableName() is not null && !Apart.Contains(t.GetSchema(), StringComparer.Ordinal))
            .ToList();
        var wheres = Wheres(types, rules);
        var reached = types.Where(t => wheres.ContainsKey(NameOf(t))).ToList();
        var going = Going(reached, rules);
        var steps = DependentsFirst(reached)
            .Select(t => Step(t, RuleOf(t, rules, going), wheres[NameOf(t)], going))
            .ToList();
        // Tables that the model does not know, only their door.
        steps.InsertRange(
            0,
            rules
                .Values.Where(r => types.TrueForAll(t => NameOf(t) != r.Table))
                .Select(r => new ErasureStep(r.Table, r.Delete, Sql(r.Table, r, [], r.Where!)))
        );
        return new ErasurePlan(steps);
    }

    private static string NameOf(IEntityType type) => type.GetSchema() + "." + type.GetTableName();

    /// <summary>How each table's rows of a person are found; a table that cannot be reached from one is not among them.</summary>
    internal static Dictionary<string, string> Wheres(
        IReadOnlyList<IEntityType> types,
        IReadOnlyDictionary<string, ErasureRule> rules
    )
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in types)
        {
            if (rules.GetValueOrDefault(NameOf(type))?.Where is { } said)
            {
                found[NameOf(type)] = said;
            }
            else if (Direct(type) is { } direct)
            {
                found[NameOf(type)] = direct;
            }
        }

        for (var more = true; more; )
        {
            more = false;
            foreach (var type in types.Where(t => !found.ContainsKey(NameOf(t))))
            {
                var parents = type.GetForeignKeys()
                    .Where(k => k.Properties.Count == 1 && found.ContainsKey(NameOf(k.PrincipalEntityType)))
                    .Select(k =>
                        $"{k.Properties[0].GetColumnName()} IN (SELECT {k.PrincipalKey.Properties[0].GetColumnName()} "
                        + $"FROM {NameOf(k.PrincipalEntityType)} WHERE {found[NameOf(k.PrincipalEntityType)]})"
                    )
                    .ToList();
                if (parents.Count > 0)
                {
                    found[NameOf(type)] = string.Join(" OR ", parents);
                    more = true;
                }
            }
        }

        return found;
    }

    private static string? Direct(IEntityType type)
    {
        if (NameOf(type) is Clients)
        {
            return "id = ANY (@clients)";
        }

        var ways = type.GetProperties()
            .Select(p =>
                Underlying(p) == typeof(ClientId) ? $"{p.GetColumnName()} = ANY (@clients)"
                : Underlying(p) == typeof(SectionId) ? $"{p.GetColumnName()} = ANY (@sections)"
                : null
            )
            .OfType<string>()
            .ToList();
        return ways.Count == 0 ? null : string.Join(" OR ", ways);
    }

    private static Type Underlying(IProperty property) =>
        Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;

    /// <summary>Tables whose rows go: those of which a door says so, and those that cannot stand without them.</summary>
    private static HashSet<string> Going(List<IEntityType> types, IReadOnlyDictionary<string, ErasureRule> rules)
    {
        var going = rules.Values.Where(r => r.Delete).Select(r => r.Table).ToHashSet(StringComparer.Ordinal);
        // What cannot stand without its file goes with it.
        going.UnionWith(
            types.Where(t => t.GetProperties().Any(p => TextColumns.NamesFile(p) && !p.IsNullable)).Select(NameOf)
        );
        while (
            types.Find(t =>
                !going.Contains(NameOf(t))
                && t.GetForeignKeys().Any(k => k.IsRequired && going.Contains(NameOf(k.PrincipalEntityType)))
            )
                is { } bound
        )
        {
            going.Add(NameOf(bound));
        }

        return going;
    }

    private static ErasureRule? RuleOf(
        IEntityType type,
        IReadOnlyDictionary<string, ErasureRule> rules,
        HashSet<string> going
    )
    {
        var rule = rules.GetValueOrDefault(NameOf(type));
        return going.Contains(NameOf(type)) ? (rule ?? new ErasureRule(NameOf(type))) with { Delete = true } : rule;
    }

    private static ErasureStep Step(IEntityType type, ErasureRule? rule, string where, HashSet<string> going)
    {
        // What it points at goes: the row stays and points nowhere.
        var loose = type.GetForeignKeys()
            .Where(k => k.Properties.Count == 1 && !k.IsRequired && going.Contains(NameOf(k.PrincipalEntityType)))
            .Select(k => (k.Properties[0].GetColumnName()!, "NULL"));
        var texts = TextColumns.Of(type).Concat(loose).DistinctBy(t => t.Item1);
        return new ErasureStep(NameOf(type), rule?.Delete == true, Sql(NameOf(type), rule, texts, where));
    }

    private static string? Sql(
        string table,
        ErasureRule? rule,
        IEnumerable<(string Column, string Becomes)> texts,
        string where
    )
    {
        if (rule?.Delete == true)
        {
            return $"DELETE FROM {table} WHERE {where}";
        }

        var set = texts
            .Where(t => rule?.Keep.Contains(t.Column, StringComparer.Ordinal) != true)
            .ToDictionary(t => t.Column, t => t.Becomes, StringComparer.Ordinal);
        foreach (var (column, becomes) in rule?.Set ?? new Dictionary<string, string>())
        {
            set[column] = becomes;
        }

        return set.Count == 0
            ? null
            : $"UPDATE {table} SET {string.Join(", ", set.Select(s => $"{s.Key} = {s.Value}"))} WHERE {where}";
    }

    /// <summary>Whoever points at another table comes before it; clients and sections are last.</summary>
    internal static List<IEntityType> DependentsFirst(List<IEntityType> types)
    {
        var ordered = new List<IEntityType>();
        var left = types
            .OrderBy(t =>
                NameOf(t) is Clients ? 2
                : NameOf(t) is Sections ? 1
                : 0
            )
            .ThenBy(NameOf)
            .ToList();
        while (left.Count > 0)
        {
            var free = left.FirstOrDefault(t =>
                !left.Exists(o => o != t && o.GetForeignKeys().Any(k => k.PrincipalEntityType == t))
            );
            var next = free ?? left[0];
            ordered.Add(next);
            left.Remove(next);
        }

        return ordered;
    }
}
