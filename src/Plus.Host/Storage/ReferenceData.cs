using Npgsql;
using Plus.Shared.Access.Delivered;
using Plus.Shared.Documents.Delivered;
using Plus.Shared.Organisation.Delivered;

namespace Plus.Host.Storage;

/// <summary>
/// What every database of PLUS holds from its first day: roles, territories, an organisation and a nomenclature
/// to begin with. Run
/// after the migrations, as the owner; run again it adds only what is missing.
/// </summary>
public static class ReferenceData
{
    /// <param name="connection">Open, of the owner.</param>
    public static async Task SeedAsync(NpgsqlConnection connection, CancellationToken ct = default)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await DeliveredRoles.SeedAsync(connection, ct);
        await DeliveredOrganisation.SeedAsync(connection, ct);
        await DeliveredDocuments.SeedAsync(connection, Doors.All.All, ct);
        await transaction.CommitAsync(ct);
    }
}
