using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Clients.Head;
using Plus.Shared.Clients.Records;
using Plus.Shared.Obligations.Bans;
using Plus.Web.Journeys;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Clients.Data.Editing;

/// <summary>The page of a <see cref="DataForm"/>: shows it, takes it, compares after a conflict. One subclass for each form.</summary>
internal abstract class DataFormPage(DataForm form) : PageModel
{
    public DataForm Form => form;

    public ClientFacts Client { get; private set; } = null!;

    public IReadOnlyList<DataField> Fields { get; private set; } = [];

    /// <summary>What stands in the fields, as it would be typed.</summary>
    public Dictionary<string, string[]> Standing { get; private set; } = [];

    [BindProperty]
    public uint Version { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? row, CancellationToken ct)
    {
        if (await LoadAsync(id, row, ct) is not { } editing)
        {
            return NotFound();
        }

        Version = Client.Version;
        return await ShowAsync(editing, ct);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? row, CancellationToken ct)
    {
        if (await LoadAsync(id, row, ct) is not { } before)
        {
            return NotFound();
        }

        var posted = await Request.ReadFormAsync(ct);
        foreach (var field in Fields)
        {
            var values = posted[field.Name].ToArray();
            object? raw = values.Length == 1 ? values[0] : values;
            ModelState.SetModelValue(field.Name, raw ?? "", string.Join(',', values));
        }

        var db = before.Db;
        var editing = Service<ClientEditing>();
        db.ChangeTracker.Clear();
        if (await editing.OpenAsync(Client.Id, form.Permission, Version, ct) is not { } client)
        {
            return NotFound();
        }

        var answers = new FormAnswers(form.Code, Fields, name => [.. posted[name].OfType<string>()], before.Today);
        await form.ApplyAsync(before with { Client = client }, answers, ct);
        if (answers.Errors.Count > 0)
        {
            return await RefuseAsync(before, answers, ct);
        }

        var outcome = await editing.CommitAsync(
            client,
            new ProcessStart(form.Process) { Values = form.Values(answers) },
            ct
        );
        if (outcome.Done)
        {
            Service<Flash>().Success("clients.data.saved");
            return LocalRedirect($"/clients/{id}{form.After}");
        }

        return outcome.Refusal is ChangedMeanwhile ? await ConflictAsync(before, answers, ct) : NotFound();
    }

    private async Task<IActionResult> RefuseAsync(EditingClient before, FormAnswers answers, CancellationToken ct)
    {
        before.Db.ChangeTracker.Clear();
        foreach (var (field, key) in answers.Errors)
        {
            ModelState.AddModelError(field, key);
        }

        Fields = [.. Fields, .. form.MoreFields(answers, before.Texts)];
        return await ShowAsync(before, ct);
    }

    private async Task<IActionResult> ConflictAsync(EditingClient before, FormAnswers answers, CancellationToken ct)
    {
        before.Db.ChangeTracker.Clear();
        var saved = await form.SavedAsync(before, ct);
        var texts = before.Texts;
        var fields = Fields
            .Select(f => new FieldConflict(
                texts[$"clients.data.{form.Code}.{f.Name}"],
                Words(f, saved.GetValueOrDefault(f.Name)),
                Words(f, string.Join(", ", ModelState[f.Name]?.AttemptedValue ?? "")),
                f.Name,
                saved.GetValueOrDefault(f.Name)
            ))
            .ToList();
        Service<PageHead>().Conflict = await Service<ClientEditing>().ConflictAsync(Client.Id, fields, ct);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await ShowAsync(before, ct);
    }

    private static string? Words(DataField field, string? value) =>
        string.IsNullOrEmpty(value) ? null : field.Choices.FirstOrDefault(c => c.Value == value)?.Text ?? value;

    private async Task<EditingClient?> LoadAsync(Guid id, Guid? row, CancellationToken ct)
    {
        var facts = await Service<ClientHead>().ShowAsync(new ClientId(id), form.Permission, "data", ct);
        if (facts is null)
        {
            return null;
        }

        Client = facts;
        var db = Service<PlusDb>();
        var texts = Service<Texts>();
        Fields = await form.FieldsAsync(db, texts, ct);
        var client = await db.Set<Client>().AsNoTracking().SingleAsync(c => c.Id == facts.Id, ct);
        var clock = Service<PlusClock>();
        var editing = new EditingClient(
            db,
            Service<StaffAccessor>(),
            client,
            row,
            clock.Today,
            clock.Now,
            texts,
            Service<BanCheck>()
        );
        if (await form.StandingAsync(editing, ct) is not { } standing)
        {
            return null;
        }

        Standing = standing;
        return editing;
    }

    private async Task<IActionResult> ShowAsync(EditingClient editing, CancellationToken ct)
    {
        await Service<ViewLog>().ConsultAsync(form.Permission, editing.Client.Id, ct: ct);
        return Page();
    }

    private T Service<T>()
        where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();
}
