using System.Globalization;
using Npgsql;
using Plus.Host.Demo.Words;
using Plus.Law.Identity;

namespace Plus.Bench.Data;

/// <summary>Officers and clients.</summary>
internal static class PeopleRows
{
    private static readonly DateTimeOffset Since = new(2020, 1, 2, 8, 0, 0, TimeSpan.Zero);

    public static async Task WriteAsync(
        NpgsqlConnection connection,
        BenchSize size,
        DateOnly today,
        IReadOnlyList<Guid> offices
    )
    {
        var names = DemoWords.Names();
        await StaffAsync(connection, size, names, offices);
        await ClientsAsync(connection, size, names, today);
        await EachAsync(
            connection,
            size,
            "clients.client_identifier",
            "id, client_id, kind, value, valid_from, valid_to, source",
            (rows, n, client) =>
                rows.Row(BenchId.Of(BenchTable.Identifier, n), client, "personalCode", CodeOf(n), null, null, "PMLP")
        );
        await EachAsync(
            connection,
            size,
            "clients.client_name",
            "id, client_id, given_name, surname, name_key, as_of, source",
            (rows, n, client) =>
            {
                var (given, surname) = NameOf(names, n);
                var key = NameFolding.Fold(surname + " " + given);
                rows.Row(BenchId.Of(BenchTable.Name, n), client, given, surname, key, DayOf(Since), "PMLP");
            }
        );
        await EachAsync(
            connection,
            size,
            "clients.client_address",
            "id, client_id, kind, territory_code, text, as_of, valid_to, source",
            (rows, n, client) =>
                rows.Row(
                    BenchId.Of(BenchTable.Address, n),
                    client,
                    "declared",
                    null,
                    Address(n),
                    DayOf(Since),
                    null,
                    "PMLP"
                )
        );
        await EachAsync(
            connection,
            size,
            "clients.client_reach",
            "id, client_id, kind, value, search_key, as_of, valid_to, source, consent_on, consent_withdrawn_on",
            (rows, n, client) =>
            {
                var phone = (20_000_000 + n).ToString(CultureInfo.InvariantCulture);
                rows.Row(
                    BenchId.Of(BenchTable.Reach, n),
                    client,
                    "phone",
                    "+371 " + phone,
                    phone,
                    DayOf(Since),
                    null,
                    "klients",
                    null,
                    null
                );
            }
        );
        await EachAsync(
            connection,
            size,
            "cases.client_case",
            "id, client_id, number, opened_on, formed_on",
            (rows, n, client) =>
            {
                var number = string.Create(CultureInfo.InvariantCulture, $"2020-{n + 1:000000}");
                rows.Row(BenchId.Of(BenchTable.Case, n), client, number, DayOf(Since), DayOf(Since));
            }
        );
    }

    /// <summary>A woman's and a man's name by turns; surnames repeat as they do in a country.</summary>
    public static (string Given, string Surname) NameOf(DemoNames names, int n)
    {
        var male = n % 4 != 0;
        var given = male ? names.Male[n * 7 % names.Male.Count] : names.Female[n * 7 % names.Female.Count];
        var mixed = (int)((uint)(n * 2654435761L >> 7) % names.Surnames.Count);
        return (given, names.Surnames[mixed][male ? 0 : 1]);
    }

    private static async Task StaffAsync(
        NpgsqlConnection connection,
        BenchSize size,
        DemoNames names,
        IReadOnlyList<Guid> offices
    )
    {
        await using (
            var rows = await CopyRows.BeginAsync(
                connection,
                "access.staff",
                "id, user_name, normalized_user_name, given_name, surname, security_stamp, failed_logins, active_from, is_demo"
            )
        )
        {
            for (var n = 0; n < size.Officers; n++)
            {
                var user = string.Create(CultureInfo.InvariantCulture, $"bench{n}");
                var (given, surname) = NameOf(names, n * 31);
                var stamp = BenchId.Of(BenchTable.Staff, n).ToString("N");
                rows.Row(
                    BenchId.Of(BenchTable.Staff, n),
                    user,
                    user.ToUpperInvariant(),
                    given,
                    surname,
                    stamp,
                    0,
                    DayOf(Since),
                    true
                );
            }
        }

        await using var posts = await CopyRows.BeginAsync(
            connection,
            "access.staff_post",
            "id, staff_id, office_id, role_code, valid_from, by_claims"
        );
        for (var n = 0; n < size.Officers; n++)
        {
            var staff = BenchId.Of(BenchTable.Staff, n);
            posts.Row(
                BenchId.Of(BenchTable.Post, n),
                staff,
                offices[n % offices.Count],
                "caseManager",
                DayOf(Since),
                false
            );
        }
    }

    private static async Task ClientsAsync(
        NpgsqlConnection connection,
        BenchSize size,
        DemoNames names,
        DateOnly today
    ) =>
        await EachAsync(
            connection,
            size,
            "clients.client",
            "id, given_name, surname, name_key, birth_date, sex, citizenship, languages, needs_interpreter, created_at",
            (rows, n, client) =>
            {
                var (given, surname) = NameOf(names, n);
                var born = today.AddDays(-7000 - (n * 17 % 16_000));
                var key = NameFolding.Fold(surname + " " + given);
                rows.Row(client, given, surname, key, born, n % 4 != 0 ? "M" : "F", "LVA", "{lv}", false, Since);
            }
        );

    private static async Task EachAsync(
        NpgsqlConnection connection,
        BenchSize size,
        string table,
        string columns,
        Action<CopyRows, int, Guid> row
    )
    {
        await using var rows = await CopyRows.BeginAsync(connection, table, columns);
        for (var n = 0; n < size.People; n++)
        {
            row(rows, n, BenchId.Of(BenchTable.Client, n));
        }
    }

    private static string CodeOf(int n) => string.Create(CultureInfo.InvariantCulture, $"32{n:000000000}");

    private static string Address(int n) =>
        string.Create(CultureInfo.InvariantCulture, $"Bērzu iela {n % 150}-{n % 70}, Rīga, LV-10{n % 90:00}");

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
