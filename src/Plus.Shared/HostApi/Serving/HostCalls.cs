using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.HostApi.Records;
using Plus.Shared.HostPages.Entering;

namespace Plus.Shared.HostApi.Serving;

/// <summary>
/// Does a writing call once for its idempotency key. The key is noted before the work; a call that died in the middle is
/// taken up anew after a while, and what it had done already is found done.
/// </summary>
internal sealed class HostCalls(PlusDb db, Processes processes, HostSession session, PlusClock clock)
{
    public const string Header = "Idempotency-Key";
    public const string Replayed = "Idempotent-Replayed";

    private const int LongestKey = 80;
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(1);

    public async Task<IResult> OnceAsync(
        HttpContext context,
        byte[] body,
        Func<Task<(int Status, object Answer)>> work,
        CancellationToken ct
    )
    {
        var key = context.Request.Headers[Header].ToString();
        if (key.Length is 0 or > LongestKey || key.Any(c => c is < '!' or > '~'))
        {
            return HostAnswer.Problem(StatusCodes.Status400BadRequest, "idempotency_key_missing");
        }

        var asked = Fingerprint(context, body);
        var access = session.Visitor.Access;
        var call = await FindAsync(access, key, ct);
        if (call is null)
        {
            call = new HostCall(access, key, asked, clock.Now, clock.Now + Hold);
            db.Add(call);
            try
            {
                await processes.SaveBookkeepingAsync(ct);
            }
            catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: "23505" })
            {
                return HostAnswer.Problem(StatusCodes.Status409Conflict, "call_in_progress");
            }
        }
        else if (!call.Request.AsSpan().SequenceEqual(asked))
        {
            return HostAnswer.Problem(StatusCodes.Status422UnprocessableEntity, "idempotency_key_reused");
        }
        else if (call.Status is { } status)
        {
            context.Response.Headers[Replayed] = "true";
            return Results.Text(call.Answer!, "application/json", Encoding.UTF8, status);
        }
        else if (clock.Now < call.HeldUntil)
        {
            return HostAnswer.Problem(StatusCodes.Status409Conflict, "call_in_progress");
        }

        var id = call.Id;
        db.ChangeTracker.Clear();
        var (answered, answer) = await work();
        db.ChangeTracker.Clear();
        var stored = await db.Set<HostCall>().SingleAsync(c => c.Id == id, ct);
        var json = JsonSerializer.Serialize(answer, answer.GetType(), HostJson.Options);
        stored.Answered(answered, json);
        await processes.SaveBookkeepingAsync(ct);
        return Results.Text(json, "application/json", Encoding.UTF8, answered);
    }

    private Task<HostCall?> FindAsync(Guid access, string key, CancellationToken ct) =>
        db.Set<HostCall>().SingleOrDefaultAsync(c => c.KeyId == access && c.IdempotencyKey == key, ct);

    private static byte[] Fingerprint(HttpContext context, byte[] body)
    {
        var head = Encoding.UTF8.GetBytes(
            $"{context.Request.Method} {context.Request.Path} {context.Request.Headers.IfMatch}\n"
        );
        return SHA256.HashData([.. head, .. body]);
    }
}
