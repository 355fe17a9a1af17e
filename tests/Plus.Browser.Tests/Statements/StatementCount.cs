using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Plus.Browser.Tests.Statements;

/// <summary>
/// Counts the SQL statements of each request of one served application, by the tracing that Npgsql does itself. A batch
/// counts as many statements as it holds.
/// </summary>
public sealed class StatementCount : IStartupFilter, IDisposable
{
    private readonly AsyncLocal<ConcurrentQueue<string>?> _ofRequest = new();
    private readonly ConcurrentQueue<CountedRequest> _answered = new();
    private readonly ActivityListener _listener;

    public StatementCount()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.GetTagItem("db.query.text") is string sql)
                {
                    _ofRequest.Value?.Enqueue(sql);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(CountAsync);
            next(app);
        };

    /// <summary>The next counted request to this path, forgetting those before it.</summary>
    public async Task<CountedRequest> NextAsync(string path)
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < TimeSpan.FromSeconds(10))
        {
            while (_answered.TryDequeue(out var request))
            {
                if (request.Path == path)
                {
                    return request;
                }
            }

            await Task.Delay(5);
        }

        throw new InvalidOperationException($"No request to {path} was answered.");
    }

    public void Dispose() => _listener.Dispose();

    private async Task CountAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value ?? "";
        var statements = new ConcurrentQueue<string>();
        _ofRequest.Value = statements;
        try
        {
            await next(context);
        }
        finally
        {
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
            _answered.Enqueue(new CountedRequest(context.Request.Method, path, route, [.. statements]));
        }
    }
}

/// <summary>One request and the round trips it made to the database.</summary>
public sealed record CountedRequest(string Method, string Path, string Route, IReadOnlyList<string> Trips)
{
    /// <summary>Statements, each of a batch counted.</summary>
    public int Statements =>
        Trips.Sum(t =>
            t.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                // Who acts is told in the same journey as the statement and takes no rows.
                .Count(s => !s.StartsWith("CALL access.enter", StringComparison.Ordinal))
        );
}
