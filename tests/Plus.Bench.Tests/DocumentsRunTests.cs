using System.Text.Json;
using Plus.Bench.Documents;
using Plus.Testing.Databases;

namespace Plus.Bench.Tests;

/// <summary>The bench of documents on a handful of letters.</summary>
public sealed class DocumentsRunTests
{
    [Fact]
    public async Task SmallBenchOfDocuments_MakesSavesAndFinds()
    {
        var folder = PostgresServer.NewFolder("bench");
        try
        {
            var options = new BenchOptions(folder, Json: true, 1, 600, []) { Texts = 500 };
            var results = await BenchRun.DocumentsAsync(options, 6);

            Assert.All(results, r => Assert.True(r is { Count: > 0, Failed: 0, PerSecond: > 0 }, r.Name));
            Assert.Equal(new Plus.Shared.Documents.Pdf.PdfProgram().IsThere ? 5 : 4, results.Count);
            Assert.Contains(
                "| DOCX of letters to many | 6 |",
                DocumentsResult.Table(results),
                StringComparison.Ordinal
            );
            using var json = JsonDocument.Parse(BenchReport.Json(results));
            Assert.Equal(results.Count, json.RootElement.EnumerateObject().Count());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
