using System.Buffers;
using System.Text;
using Npgsql;

namespace Plus.Bench.Twin;

/// <summary>
/// The bare twin: Kestrel and Npgsql by hand, the least SQL for the same rows, an equally long answer, the same durable
/// audit row. What a page cannot be cheaper than. It is never made slower.
/// </summary>
internal static class TwinServer
{
    /// <summary>The answer is padded to this many bytes, so that both sides send equally much.</summary>
    public const string PadHeader = "X-Pad";

    public static async Task RunAsync(string connectionString, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSingleton(new NpgsqlSlimDataSourceBuilder(Prepared(connectionString)).EnableArrays().Build());
        var app = builder.Build();
        app.MapGet("/bare", context => WriteAsync(context, new StringBuilder("ok")));
        app.MapGet("/home/{staff:guid}", TwinPages.HomeAsync);
        app.MapGet("/client/{client:guid}/{staff:guid}", TwinPages.ClientAsync);
        app.MapGet("/list/{staff:guid}", TwinPages.ListAsync);
        app.MapGet("/search/{staff:guid}", TwinPages.SearchAsync);
        app.MapPost("/contact/{contact:guid}/{staff:guid}", TwinPages.ContactAsync);
        app.MapGet("/figures/{year:int}", TwinPages.FiguresAsync);
        await app.RunAsync();
    }

    /// <summary>Writes the rows and fills up to the asked length.</summary>
    internal static async Task WriteAsync(HttpContext context, StringBuilder rows)
    {
        var wanted = int.TryParse(context.Request.Headers[PadHeader], out var bytes) ? bytes : 0;
        var text = Encoding.UTF8.GetBytes(rows.ToString());
        var length = Math.Max(wanted, text.Length);
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            text.CopyTo(buffer, 0);
            buffer.AsSpan(text.Length, length - text.Length).Fill((byte)' ');
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
        new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 50, AutoPrepareMinUsages = 1, MaxPoolSize = 32 }.ConnectionString;
}
