using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Time;
using Plus.Web.Errors;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Audit.Looking;

/// <summary>
/// Who did and saw what: about a client, by an employee, in a time. Asked by POST, so that no name stands in an
/// address; every answer is itself written into the audit before it is shown.
/// </summary>
[RequiresPermission(AuditModule.View)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AuditPage(AuditTrail trail, Processes processes, ViewLog views, PlusClock clock, Texts texts)
    : PageModel
{
    public const int Most = 200;

    public static readonly ProcessType Looked = new("audit.looked");

    [BindProperty]
    [StringLength(20)]
    public string? CaseNumber { get; set; }

    [BindProperty]
    [StringLength(100)]
    public string? UserName { get; set; }

    [BindProperty]
    [Required]
    public DateOnly? From { get; set; }

    [BindProperty]
    [Required]
    public DateOnly? To { get; set; }

    public TableView? View { get; private set; }

    public bool IsCut { get; private set; }

    private Table<AuditLine> Table =>
        new("audit.result")
        {
            new("at", "audit.at", l => l.At) { NamesRow = true },
            new("actor", "audit.actor", l => l.Actor ?? texts["audit.system"]),
            new("what", "audit.what", l => texts[l.WhatKey]),
            new("part", "audit.part", l => l.Part is null ? null : texts.Maybe("permission." + l.Part) ?? l.Part),
            new("people", "audit.people", l => l.Clients.Count) { Numeric = true },
            new("reason", "audit.reason", l => l.Reason),
            new("source", "audit.source", l => l.Source),
        };

    public void OnGet() => (From, To) = (clock.Today.AddDays(-6), clock.Today);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid && To < From)
        {
            ModelState.AddModelError(nameof(To), "audit.toBeforeFrom");
        }

        var (number, user) = (CaseNumber?.Trim(), UserName?.Trim());
        var client = string.IsNullOrEmpty(number) ? null : await trail.ClientOfCaseAsync(number, ct);
        var actor = string.IsNullOrEmpty(user) ? null : await trail.StaffOfUserNameAsync(user, ct);
        if (!string.IsNullOrEmpty(number) && client is null)
        {
            ModelState.AddModelError(nameof(CaseNumber), "audit.caseUnknown");
        }

        if (!string.IsNullOrEmpty(user) && actor is null)
        {
            ModelState.AddModelError(nameof(UserName), "audit.userUnknown");
        }

        if (!ModelState.IsValid)
        {
            return this.Unfinished();
        }

        var lines = await trail.ReadAsync(new AuditQuestion(client, actor, From!.Value, To!.Value), Most, ct);
        await processes.NoteAsync(
            new ProcessStart(Looked)
            {
                Client = client,
                Subject = actor?.Value,
                Values = new Dictionary<string, object?> { ["from"] = From, ["to"] = To },
            },
            ct
        );
        await views.SearchAsync(AuditModule.View, lines.SelectMany(l => l.Clients), ct);
        IsCut = lines.Count == Most;
        View = Table.View(lines);
        return Page();
    }
}
