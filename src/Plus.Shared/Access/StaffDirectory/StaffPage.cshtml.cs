using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Leaving;
using Plus.Shared.Access.Posts;
using Plus.Shared.Access.Records;
using Plus.Shared.Access.SecondFactor;
using Plus.Shared.Access.Trainings;
using Plus.Web.Errors;
using Plus.Web.Layout;

namespace Plus.Shared.Access.StaffDirectory;

/// <summary>A person who works here: log-in, posts, and what can be done about them.</summary>
[RequiresPermission(AccessPermissions.StaffView)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class StaffPage(
    PlusDb db,
    OpenWork work,
    PlusClock clock,
    StaffAccessor staff,
    StaffScope scope,
    PostList posts,
    StaffCompetence competence,
    StaffLogInHandler handler,
    SecondFactorHandler second,
    Flash flash
) : PageModel
{
    public Staff Person { get; private set; } = null!;

    public IReadOnlyList<PostLine> Posts { get; private set; } = [];

    public IReadOnlyList<TrainingLine> Trainings { get; private set; } = [];

    public bool MayTrain { get; private set; }

    public int OpenSections { get; private set; }

    public bool HasSecondFactor { get; private set; }

    public bool MayManage { get; private set; }

    /// <summary>Shown once, right after it was made.</summary>
    public string? Link { get; private set; }

    public bool HasLeft => Person.ActiveTo < clock.Today || Person.HasLeftAt(clock.Now);

    public bool IsLocked => Person.LockoutEnd > clock.Now;

    public string PasswordKey =>
        Person.PasswordHash is null ? "access.password.notSet"
        : IsLocked ? "access.password.lockedUntil"
        : "access.password.isSet";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(StaffId.From(id), ct))
        {
            return NotFound();
        }

        Link = HandoverLink.Take(TempData, Person.Id, Request);
        return Page();
    }

    public async Task<IActionResult> OnPostLinkAsync(Guid id, CancellationToken ct)
    {
        if (!staff.Current.May(AccessPermissions.StaffManage))
        {
            return Forbid();
        }

        var made = await handler.NewLinkAsync(StaffId.From(id), ct);
        if (!made.Done)
        {
            return await RefusedAsync(id, made.Refusal, ct);
        }

        HandoverLink.Keep(TempData, StaffId.From(id), made.Value);
        return LocalRedirect($"/access/staff/{id}");
    }

    public async Task<IActionResult> OnPostUnlockAsync(Guid id, CancellationToken ct)
    {
        if (!staff.Current.May(AccessPermissions.StaffManage))
        {
            return Forbid();
        }

        var done = await handler.UnlockAsync(StaffId.From(id), ct);
        if (!done.Done)
        {
            return await RefusedAsync(id, done.Refusal, ct);
        }

        flash.Success("access.staff.unlocked");
        return LocalRedirect($"/access/staff/{id}");
    }

    public async Task<IActionResult> OnPostResetAsync(Guid id, CancellationToken ct)
    {
        if (!staff.Current.May(AccessPermissions.StaffManage))
        {
            return Forbid();
        }

        var done = await second.ResetAsync(StaffId.From(id), ct);
        if (!done.Done)
        {
            return await RefusedAsync(id, done.Refusal, ct);
        }

        flash.Success("access.secondFactor.resetDone");
        return LocalRedirect($"/access/staff/{id}");
    }

    private async Task<IActionResult> RefusedAsync(Guid id, Refusal refusal, CancellationToken ct) =>
        await LoadAsync(StaffId.From(id), ct) ? this.Refused(refusal) : NotFound();

    private async Task<bool> LoadAsync(StaffId id, CancellationToken ct)
    {
        var person = await scope
            .Visible(AccessPermissions.StaffView)
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == id, ct);
        if (person is null)
        {
            return false;
        }

        Person = person;
        MayManage = await scope.Visible(AccessPermissions.StaffManage).AnyAsync(s => s.Id == id, ct);
        MayTrain = await scope.Visible(AccessPermissions.Trainings).AnyAsync(s => s.Id == id, ct);
        Trainings = await competence.OfAsync(id, clock.Today, ct);
        Posts = await posts.OfAsync(id, MayManage, ct);
        HasSecondFactor =
            await db.Set<Records.SecondFactor>().AnyAsync(f => f.StaffId == id, ct)
            || await db.Set<Passkey>().AnyAsync(p => p.StaffId == id, ct);
        OpenSections = await work.CountAsync(id, ct);
        return true;
    }
}
