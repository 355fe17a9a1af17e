using System.Buffers;
using System.Text;
using Npgsql;

namespace Plus.Bench.Twin;

/// <summary>
/// The bare twin: Kestrel and Npgsql by hand, the least SQL for the same rows, an equally long answer, the same durable
/// audit row. Nobody logs in and nothing is refused. What a page cannot be cheaper than; it is never made slower.
/// </summary>
internal static class TwinServer
{
    /// <summary>The bench's own argument that starts it.</summary>
    public const string Command = "twin";

    public const string DatabaseVariable = "PLUS_BENCH_DB";

    /// <summary>The answer is filled up to this many bytes, so that both sides send equally much.</summary>
    public const string PadHeader = "X-Pad";

    public static async Task RunAsync(string connectionString, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSingleton(
            new NpgsqlSlimDataSourceBuilder(Prepared(connectionString)).EnableArrays().Build()
        );
        var app = builder.Build();
        app.MapGet("/bare", (RequestDelegate)(context => WriteAsync(context, new StringBuilder("ok"))));
        app.MapGet("/home/{staff:guid}", PageTwin.HomeAsync);
        app.MapGet("/client/{client:guid}/{staff:guid}", PageTwin.ClientAsync);
        app.MapGet("/list/{staff:guid}/{office:guid}", PageTwin.ListAsync);
        app.MapGet("/search/{staff:guid}/{office:guid}", SearchTwin.SearchAsync);
        app.MapPost("/contact/{contact:guid}/{staff:guid}", ContactTwin.RecordAsync);
        app.MapGet("/week/{staff:guid}", PageTwin.WeekAsync);
        app.MapPost("/sheet/{host:guid}/{day}/{staff:guid}", HostTwin.SheetAsync);
        app.MapPost("/sheets/{host:guid}/{staff:guid}", HostTwin.MonthAsync);
        app.MapGet("/host-work/{host:guid}", HostTwin.PageAsync);
        app.MapPost("/events", MonitoringTwin.TakeAsync);
        app.MapGet("/figures/{year:int}", FiguresTwin.YearAsync);
        await app.RunAsync();
    }

    /// <summary>Writes the rows and fills up to the asked length.</summary>
    internal static async Task WriteAsync(HttpContext context, StringBuilder rows)
    {
        var wanted = int.TryParse(context.Request.Headers[PadHeader], out var bytes) ? bytes : 0;
        var text = rows.ToString();
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(wanted, Encoding.UTF8.GetMaxByteCount(text.Length)));
        try
        {
            var written = Encoding.UTF8.GetBytes(text, buffer);
            var length = Math.Max(wanted, written);
            buffer.AsSpan(written, length - written).Fill((byte)' ');
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = length;
            await context.Response.Body.WriteAsync(buffer.AsMemory(0, length), context.RequestAborted);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string Prepared(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 50,
            AutoPrepareMinUsages = 1,
            MaxPoolSize = 32,
            NoResetOnClose = true,
        }.ConnectionString;
}
