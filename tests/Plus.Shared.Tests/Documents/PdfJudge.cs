using System.Diagnostics;
using System.Text.Json;

namespace Plus.Shared.Tests.Documents;

/// <summary>
/// What can be proved of a PDF for archives without a validator of PDF/A: qpdf reads the file, and what it reads must claim
/// the standard and keep what the standard asks first.
/// </summary>
internal static class PdfJudge
{
    public const string Program = "/usr/bin/qpdf";

    public static async Task CheckAsync(string path, CancellationToken ct)
    {
        await RunAsync(ct, "--check", path);
        using var read = JsonDocument.Parse(await RunAsync(ct, "--json=2", "--json-key=qpdf", path));
        var objects = read
            .RootElement.GetProperty("qpdf")[1]
            .EnumerateObject()
            .Select(o => (o.Name, Value: Dictionary(o.Value)))
            .Where(o => o.Value.ValueKind == JsonValueKind.Object)
            .ToDictionary(o => o.Name.Replace("obj:", "", StringComparison.Ordinal), o => o.Value);
        var catalog = Assert.Single(objects.Values, o => Is(o, "/Catalog"));
        Assert.True(catalog.GetProperty("/MarkInfo").GetProperty("/Marked").GetBoolean(), "not tagged");
        Assert.True(Is(objects[Of(catalog, "/StructTreeRoot")], "/StructTreeRoot"), "no structure");
        Assert.StartsWith("u:", Of(catalog, "/Lang"), StringComparison.Ordinal);
        var intent = objects[catalog.GetProperty("/OutputIntents")[0].GetString()!];
        Assert.Equal("/GTS_PDFA1", Of(intent, "/S"));
        Assert.Contains(Of(intent, "/DestOutputProfile"), objects.Keys);
        var fonts = objects.Values.Where(o => Is(o, "/Font") && o.TryGetProperty("/FontDescriptor", out _)).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(
            fonts,
            f =>
            {
                var descriptor = objects[Of(f, "/FontDescriptor")];
                Assert.Contains(
                    descriptor.EnumerateObject(),
                    p => p.Name.StartsWith("/FontFile", StringComparison.Ordinal)
                );
                Assert.True(f.TryGetProperty("/ToUnicode", out _), "words cannot be read out of " + Of(f, "/BaseFont"));
            }
        );
        Assert.DoesNotContain(objects.Values, o => o.TryGetProperty("/JS", out _) || Named(o, "/S", "/JavaScript"));
        Assert.DoesNotContain(objects.Values, o => o.TryGetProperty("/Encrypt", out _));
        var about = await RunAsync(
            ct,
            "--show-object=" + Of(catalog, "/Metadata").Split(' ')[0],
            "--filtered-stream-data",
            path
        );
        Assert.Contains("<pdfaid:part>3</pdfaid:part>", about, StringComparison.Ordinal);
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", about, StringComparison.Ordinal);
    }

    private static JsonElement Dictionary(JsonElement found) =>
        found.TryGetProperty("value", out var value) ? value
        : found.TryGetProperty("stream", out var stream) ? stream.GetProperty("dict")
        : default;

    private static bool Is(JsonElement found, string type) => Named(found, "/Type", type);

    private static bool Named(JsonElement found, string name, string value) =>
        found.TryGetProperty(name, out var stands)
        && stands.ValueKind == JsonValueKind.String
        && stands.GetString() == value;

    private static string Of(JsonElement found, string name) => found.GetProperty(name).GetString()!;

    private static async Task<string> RunAsync(CancellationToken ct, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(Program, arguments) { UseShellExecute = false, RedirectStandardOutput = true }
        )!;
        var said = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        Assert.True(process.ExitCode == 0, said);
        return said;
    }
}
