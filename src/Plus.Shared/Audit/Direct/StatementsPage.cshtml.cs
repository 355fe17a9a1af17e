using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Shared.Audit.Looking;
using Plus.Web.Lists;

namespace Plus.Shared.Audit.Direct;

/// <summary>Statements that reached the database past PLUS, newest first, without the values in them.</summary>
[RequiresPermission(AuditModule.View)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class StatementsPage(PlusDb db, Processes processes) : PageModel
{
    private const int PageSize = 100;

    public TableView View { get; private set; } = null!;

    public bool IsEmpty { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var lines = await db
            .Database.SqlQuery<DirectStatement>(
                $"""
                SELECT at AS "At", database_role AS "Role", application_name AS "Application", address AS "Address",
                       class AS "Class", command AS "Command", object AS "Object", statement AS "Statement"
                FROM audit.statement ORDER BY at DESC, session_id DESC, line DESC LIMIT {PageSize}
                """
            )
            .ToListAsync(ct);
        await processes.NoteAsync(
            new ProcessStart(AuditPage.Looked) { Values = new Dictionary<string, object?> { ["kind"] = "statements" } },
            ct
        );
        IsEmpty = lines.Count == 0;
        View = new Table<DirectStatement>("audit.statements.title")
        {
            new("at", "audit.at", s => new DateTimeOffset(s.At, TimeSpan.Zero)) { NamesRow = true },
            new("role", "audit.outside.role", s => $"{s.Role} / {s.Application}"),
            new("source", "audit.source", s => s.Address),
            new("command", "audit.statements.command", s => $"{s.Class} {s.Command}"),
            new("object", "audit.outside.table", s => s.Object),
            new("statement", "audit.statements.statement", s => s.Statement),
        }.View(lines);
    }
}

/// <summary>One statement of the server's log.</summary>
internal sealed class DirectStatement
{
    public DateTime At { get; init; }

    public string Role { get; init; } = "";

    public string Application { get; init; } = "";

    public string? Address { get; init; }

    public string Class { get; init; } = "";

    public string Command { get; init; } = "";

    public string? Object { get; init; }

    public string Statement { get; init; } = "";
}
