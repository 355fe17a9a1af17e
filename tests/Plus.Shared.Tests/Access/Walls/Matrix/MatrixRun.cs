using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Delivered;
using Plus.Shared.Access.Records;
using Plus.Shared.Access.Sessions;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access.Walls.Matrix;

/// <summary>One role's way through every route and table.</summary>
internal sealed class MatrixRun(MatrixScene scene, string role)
{
    private static readonly ParallelOptions Few = new() { MaxDegreeOfParallelism = 4 };
    private readonly ConcurrentBag<string> _leaks = [];

    private PlusApp App => scene.App;

    /// <summary>Only whom somebody closed, only by reading.</summary>
    public bool Small { get; init; }

    /// <returns>Each way in which somebody is seen who must not be.</returns>
    public async Task<IReadOnlyList<string>> AskAllAsync()
    {
        var staff = scene.StaffOf(role);
        var held = await RoleOfAsync(staff);
        var hidden = scene.People.All.Where(p => !Sees(held, p.Kind)).ToList();
        var asked = Small ? hidden.Where(p => p.Kind is "forNobody" or "excluded").ToList() : hidden;
        var browser = await App.LoggedInAsAsync(staff);
        var token = (await browser.GetAsync("/profile"))
            .Html.QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        await Parallel.ForEachAsync(
            Requests(scene.Routes, held, asked, scene.People.All[0])
                .Where(r => !Small || (r.Method == "GET" && r.Opens)),
            Few,
            async (r, _) => await AskAsync(browser, token, held.Code, hidden, scene.People.All, r)
        );
        await AskTablesAsync(staff, held, hidden);
        return [.. _leaks.Distinct().Order(StringComparer.Ordinal).Take(60)];
    }

    /// <returns>The routes that show this person to the role.</returns>
    public async Task<IReadOnlyList<string>> OpenedAsync(HiddenPerson person)
    {
        var browser = await App.LoggedInAsAsync(scene.StaffOf(role));
        var opened = new List<string>();
        foreach (var route in scene.Routes.All.Where(r => r.OfClients && r.Methods.Contains("GET")))
        {
            foreach (var path in MatrixRoutes.Of(route, person))
            {
                if ((await browser.GetAsync(path)).Status is HttpStatusCode.OK)
                {
                    opened.Add(route.Text);
                }
            }
        }

        return opened;
    }

    // Whom the door refuses is refused for every record alike: one of each is asked. Writing is tried on two kinds.
    private static IEnumerable<Request> Requests(
        MatrixRoutes routes,
        RoleLine role,
        IReadOnlyList<HiddenPerson> hidden,
        HiddenPerson any
    )
    {
        foreach (var route in routes.All)
        {
            var opens = route.OpensTo([.. role.Permissions]);
            if (route.OfRecords)
            {
                foreach (var (person, method) in hidden.SelectMany(p => route.Methods.Select(m => (p, m))))
                {
                    var asked = opens
                        ? method == "GET" || person.Kind is "otherRegion" or "forNobody" or "protected"
                        : person.Kind == "forNobody";
                    foreach (var path in asked ? MatrixRoutes.Of(route, person).Take(opens ? 30 : 1) : [])
                    {
                        yield return new(method, path, person, opens);
                    }
                }

                continue;
            }

            foreach (var path in MatrixRoutes.Of(route, any))
            {
                foreach (
                    var method in route.Methods.Where(m =>
                        m != "POST" || path.StartsWith("/search", StringComparison.Ordinal)
                    )
                )
                {
                    foreach (var query in method == "GET" && opens ? Variants : [""])
                    {
                        yield return new(method, path + query, null, opens);
                    }
                }
            }
        }
    }

    private static readonly string[] Variants = ["", "?of=all", "?state=open", "?handler=Export&format=csv"];

    private async Task AskAsync(
        PageBrowser browser,
        string token,
        string asker,
        IReadOnlyList<HiddenPerson> hidden,
        IReadOnlyList<HiddenPerson> all,
        Request request
    )
    {
        foreach (var typed in request is { Method: "POST", About: null, Opens: true } ? hidden.SelectMany(Typed) : [""])
        {
            var page =
                request.Method == "GET"
                    ? await browser.GetAsync(request.Path)
                    : await SendAsync(browser, request, token, typed);
            var of = request.About;
            if (of is not null && page.Status is HttpStatusCode.OK && !IsOwnRow(request.Path))
            {
                _leaks.Add(
                    $"{asker} {request.Method} {request.Path.Replace(of.Client.ToString(), "{client}", StringComparison.Ordinal)}: {of.Kind} answers {page.Status}"
                );
            }

            if (!request.Opens && page.Status is HttpStatusCode.OK)
            {
                _leaks.Add($"{asker} {request.Method} {request.Path}: opens without the permission");
            }

            if ((int)page.Status >= 500)
            {
                _leaks.Add($"{asker} {request.Method} {request.Path}: {page.Status}");
            }

            var text = System.Text.Encoding.UTF8.GetString(Unpacked(page.Bytes));
            foreach (
                var person in hidden.Where(p =>
                    text.Contains(p.Mark, StringComparison.OrdinalIgnoreCase)
                    && !typed.Contains(p.Mark, StringComparison.OrdinalIgnoreCase)
                )
            )
            {
                _leaks.Add($"{asker} {request.Method} {request.Path} {typed}: shows {person.Kind}");
            }

            // The victim lies apart: on no page of the offender, whoever looks.
            foreach (
                var person in all.Where(p => text.Contains("Cietusais" + p.Mark, StringComparison.OrdinalIgnoreCase))
            )
            {
                _leaks.Add($"{asker} {request.Method} {request.Path}: shows the victim beside {person.Kind}");
            }
        }
    }

    // Drafts are the person's own, whatever id stands in their address.
    private static bool IsOwnRow(string path) => path.StartsWith("/drafts/", StringComparison.Ordinal);

    private static IEnumerable<string> Typed(HiddenPerson p) =>
        ["Uzvārds" + p.Mark, p.Mark[..6], p.Mark + "@example.org"];

    private static Task<ReadPage> SendAsync(PageBrowser browser, Request request, string token, string typed)
    {
        List<KeyValuePair<string, string>> fields =
        [
            new("__RequestVerificationToken", token),
            new("version", "0"),
            new("q", typed),
        ];
        return request.Method == "POST"
            ? browser.PostAsync(request.Path, fields)
            : browser.SendAsync(
                new HttpRequestMessage(new HttpMethod(request.Method), request.Path)
                {
                    Content = new FormUrlEncodedContent(fields),
                }
            );
    }

    private static byte[] Unpacked(byte[] bytes)
    {
        if (bytes is not [0x50, 0x4b, ..])
        {
            return bytes;
        }

        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        using var whole = new MemoryStream();
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            content.CopyTo(whole);
        }

        return whole.ToArray();
    }

    /// <summary>What the role ought to see, said without asking the code that is tested.</summary>
    private static bool Sees(RoleLine role, string kind)
    {
        var works = role.Permissions.Any(p => p is "clients.view" or "cases.view" or "figures.rows");
        return works
            && kind switch
            {
                "ordinary" => role.Scope != "own",
                "otherOffice" => role.Scope is "region" or "service",
                "otherRegion" => role.Scope == "service",
                "sexualOffence" => role.Scope != "own" && role.Permissions.Contains("special.sexualOffence"),
                "minor" => role.Scope != "own" && role.Permissions.Contains("special.minors"),
                "protected" => role.Scope != "own" && role.Permissions.Contains("special.protected"),
                _ => false,
            };
    }

    private async Task AskTablesAsync(Staff staff, RoleLine role, IReadOnlyList<HiddenPerson> hidden)
    {
        var stamp = await App.ScalarAsync<string>($"SELECT security_stamp FROM access.staff WHERE id = '{staff.Id}'");
        using var scope = App.Services.CreateScope();
        var session = await scope
            .ServiceProvider.GetRequiredService<StaffSession>()
            .ReadAsync(StaffSession.PassOf(staff.Id, stamp, strong: true), default);
        var tables = await App.ReadListAsync(
            """
            SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence = 'p'
              AND has_table_privilege('plus_app', c.oid, 'SELECT')
              AND n.nspname NOT IN ('pg_catalog', 'information_schema')
            """
        );
        await using var source = NpgsqlDataSource.Create(App.Database.AppConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        var marks = hidden.Select(p => "%" + p.Mark + "%").ToArray();
        // Whoever checks the audit or keeps the lists of closed clients knows ids and numbers by their office.
        var ids = role.Permissions.Any(p => p is "audit.view" or "access.restrict" or "access.reviewOpenings")
            ? []
            : hidden.Select(p => p.Client).ToArray();
        foreach (var table in tables)
        {
            var owned = table is "audit.view" or "audit.process" or "drafts.draft" or "drafts.stored_query";
            await using var command = connection.ReachedCommand(
                session!.Staff.Reach,
                owned
                    ? $"SELECT count(*) FROM {table} t WHERE t::text ILIKE ANY (@marks)"
                    : $"SELECT count(*) FROM {table} t WHERE t::text ILIKE ANY (@marks) OR (SELECT bool_or(t::text LIKE '%' || i || '%') FROM unnest(@ids) i)"
            );
            command.Parameters.AddWithValue("marks", marks);
            command.Parameters.AddWithValue("ids", ids);
            if ((long)(await command.ExecuteScalarAsync())! > 0 && table is not ("drafts.stored_query"))
            {
                _leaks.Add($"{role.Code} by SQL: {table}");
            }
        }
    }

    private async Task<RoleLine> RoleOfAsync(Staff staff)
    {
        var code = await App.ScalarAsync<string>(
            $"SELECT role_code FROM access.staff_post WHERE staff_id = '{staff.Id}'"
        );
        var permissions = await App.ReadListAsync($"SELECT unnest(permissions) FROM access.role WHERE code = '{code}'");
        var scope = await App.ScalarAsync<string>($"SELECT scope FROM access.role WHERE code = '{code}'");
        return new RoleLine(code, scope, permissions);
    }

    private sealed record Request(string Method, string Path, HiddenPerson? About, bool Opens);
}
