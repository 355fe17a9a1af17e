namespace Plus.Shared.Retention.Plan;

/// <summary>What is done to one table when a person is erased.</summary>
/// <param name="Table">With its schema.</param>
/// <param name="Deletes">Its rows go; else they stay without their texts.</param>
/// <param name="Sql">One statement with the parameters <c>@clients</c> and <c>@sections</c>; null where nothing is to be done.</param>
internal sealed record ErasureStep(string Table, bool Deletes, string? Sql);

/// <summary>All tables that know a client, dependents first.</summary>
internal sealed record ErasurePlan(IReadOnlyList<ErasureStep> Steps)
{
    public bool Covers(string table) => Steps.Any(s => s.Table == table);
}
