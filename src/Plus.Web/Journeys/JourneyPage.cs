using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;

namespace Plus.Web.Journeys;

/// <summary>
/// A step of a journey that ends in "check your answers". All steps share one state, kept on the server after every
/// step: it survives a restart, a lost session and another tab. The last step does the work and calls
/// <see cref="Finish"/>.
/// </summary>
/// <typeparam name="TState">The answers so far: a class or record with settable properties that JSON can hold.</typeparam>
public abstract class JourneyPage<TState> : PageModel
    where TState : class, new()
{
    private IDraftStore store = null!;

    /// <summary>The answers so far.</summary>
    public TState State { get; private set; } = new();

    /// <summary>Whether anything was kept before this request; if not, a later step sends the user to the first.</summary>
    public bool IsUnderWay { get; private set; }

    /// <summary>Code of the journey, as <c>cases.open</c>.</summary>
    protected abstract string Journey { get; }

    /// <summary>Id of the record the journey is about; empty for a new one.</summary>
    protected virtual string Subject => RouteData.Values["id"]?.ToString() ?? "";

    /// <inheritdoc/>
    public sealed override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        store = HttpContext.RequestServices.GetRequiredService<IDraftStore>();
        if (await store.Find(Key, HttpContext.RequestAborted) is { } draft)
        {
            State = JsonSerializer.Deserialize<TState>(draft.Json) ?? new TState();
            IsUnderWay = true;
        }

        await base.OnPageHandlerExecutionAsync(context, next);
    }

    /// <summary>Keeps the answers and goes to the next step.</summary>
    protected async Task<IActionResult> Next(string href)
    {
        await store.Keep(Key, JsonSerializer.Serialize(State), CancellationToken.None);
        return LocalRedirect(href);
    }

    /// <summary>The work is done: drops the answers and goes on.</summary>
    protected async Task<IActionResult> Finish(string href)
    {
        await store.Drop(Key, CancellationToken.None);
        return LocalRedirect(href);
    }

    private DraftKey Key =>
        new(
            HttpContext.RequestServices.GetRequiredService<StaffAccessor>().Current.Id
                ?? throw new InvalidOperationException("A journey needs a user who is logged in."),
            "journey." + Journey,
            Subject
        );
}
