using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;

namespace Plus.Shared.Keys.Cookies;

/// <summary>Keeps data-protection keys in the database, so that every web node reads what another one wrote.</summary>
public sealed class DatabaseKeyRing(NpgsqlDataSource database) : IXmlRepository
{
    // Whoever reads these keys could be anybody: the database shows them to the service itself alone.
    private static readonly Reach Itself = Reach.System("keys");

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = database.OpenConnection();
        using var command = connection.ReachedCommand(Itself, "SELECT xml FROM keys.data_protection_key ORDER BY id");
        using var reader = command.ExecuteReader();
        var keys = new List<XElement>();
        while (reader.Read())
        {
            keys.Add(XElement.Parse(reader.GetString(0)));
        }

        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = database.OpenConnection();
        using var command = connection.ReachedCommand(
            Itself,
            "INSERT INTO keys.data_protection_key (friendly_name, xml) VALUES (@name, @xml)"
        );
        command.Parameters.AddWithValue("name", friendlyName);
        command.Parameters.AddWithValue("xml", element.ToString(SaveOptions.DisableFormatting));
        command.ExecuteNonQuery();
    }
}
