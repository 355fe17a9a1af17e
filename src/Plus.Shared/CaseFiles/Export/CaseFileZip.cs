using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Shared.CaseFiles.Reading;
using Plus.Shared.Documents.Printing;
using Plus.Shared.Files.Checking;
using Plus.Shared.Files.Storing;
using Plus.Web.Language;

namespace Plus.Shared.CaseFiles.Export;

/// <summary>
/// Writes a case as a ZIP: the contents as a page and as DOCX, its files, and a manifest with the SHA-256 of everything, which
/// <c>sha256sum -c SHA256SUMS</c> proves without PLUS.
/// </summary>
internal sealed class CaseFileZip(CaseFileWords words, FileStore files, PlusClock clock, Texts texts)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <returns>The SHA-256 of the manifest, by which the audit knows what was handed out.</returns>
    public async Task<string> WriteAsync(CaseFileOrder order, Stream to, CancellationToken ct)
    {
        var entries = new List<ManifestEntry>();
        var leftOut = new List<LeftOut>();
        await using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        await AddFilesAsync(zip, order, entries, leftOut, ct);
        var report = Report(order, entries, leftOut);
        await AddAsync(zip, entries, texts["caseFile.zip.name"] + ".docx", ReportDocx.Write(report), ct);
        await AddAsync(zip, entries, texts["caseFile.zip.contents"] + ".html", CaseFileHtml.Write(report), ct);
        var manifest = JsonSerializer.SerializeToUtf8Bytes(
            new Manifest(
                order.CaseNumber,
                clock.Now,
                order.Audience,
                order.Recipient,
                [.. order.File.Parts.Select(p => p.Code)],
                [.. entries],
                [
                    .. order.Redaction.Covered.Select(
                        (c, i) => new CoveredCount(i + 1, c.Ground, order.Redaction.TimesOf(i + 1))
                    ),
                ],
                [.. leftOut]
            ),
            Json
        );
        await AddAsync(zip, entries, "manifest.json", manifest, ct);
        var sums = string.Concat(entries.Select(e => $"{e.Sha256}  {e.Name}\n"));
        await AddAsync(zip, [], "SHA256SUMS", Encoding.UTF8.GetBytes(sums), ct);
        return entries[^1].Sha256;
    }

    private async Task AddFilesAsync(
        ZipArchive zip,
        CaseFileOrder order,
        List<ManifestEntry> entries,
        List<LeftOut> leftOut,
        CancellationToken ct
    )
    {
        var number = 0;
        foreach (var part in order.File.Parts)
        {
            foreach (var row in part.Rows.Where(r => r.File is not null))
            {
                number++;
                var name = string.Create(CultureInfo.InvariantCulture, $"{number:000}-{row.Name ?? part.Code}");
                if (!order.Files.Contains(row.File!.Value))
                {
                    leftOut.Add(new LeftOut(name, "chosen"));
                    continue;
                }

                var id = new FileId(row.File.Value);
                try
                {
                    var kept = await files.FindAsync(id, ct);
                    await using var content = await files.OpenAsync(id, ct);
                    var path = $"{texts["caseFile.zip.files"]}/{name}{MediaTypes.EndingOf(kept!.MediaType)}";
                    await AddAsync(zip, entries, path, content, ct);
                }
                catch (Exception missing)
                    when (missing is FileInQuarantineException or FileMissingException or FileDamagedException)
                {
                    leftOut.Add(new LeftOut(name, missing is FileInQuarantineException ? "quarantine" : "lost"));
                }
            }
        }
    }

    private PrintedReport Report(CaseFileOrder order, List<ManifestEntry> entries, List<LeftOut> leftOut)
    {
        var parts = words.Parts(order.File, order.Redaction).ToList();
        parts.Add(
            new PrintedPart(
                texts["caseFile.part.files"],
                [texts["caseFile.column.file"], texts["caseFile.column.state"]],
                [
                    .. entries.Select(e => (IReadOnlyList<string>)[e.Name, $"SHA-256 {e.Sha256}"]),
                    .. leftOut.Select(l => (IReadOnlyList<string>)[l.Name, texts["caseFile.leftOut." + l.Why]]),
                ]
            )
        );
        if (!order.Redaction.IsEmpty)
        {
            parts.Add(
                new PrintedPart(
                    texts["caseFile.part.covered"],
                    [texts["caseFile.column.mark"], texts["caseFile.column.ground"], texts["caseFile.column.times"]],
                    [
                        .. order.Redaction.Covered.Select(
                            (c, i) =>
                                (IReadOnlyList<string>)
                                    [
                                        $"[{i + 1} ███]",
                                        texts["caseFile.ground." + c.Ground],
                                        texts.Write(order.Redaction.TimesOf(i + 1)),
                                    ]
                        ),
                    ]
                )
                {
                    Paragraphs = [texts["caseFile.covered.explain"]],
                }
            );
        }

        return new PrintedReport(
            texts.Language == PageLanguage.English ? "en" : "lv",
            texts["caseFile.heading", ("number", order.CaseNumber)],
            [
                texts["caseFile.madeOn", ("day", clock.Today)],
                texts["caseFile.for." + order.Audience] + (order.Recipient is null ? "" : ": " + order.Recipient),
                texts["caseFile.reason"] + ": " + order.Reason,
            ],
            parts
        );
    }

    private static async Task AddAsync(
        ZipArchive zip,
        List<ManifestEntry> entries,
        string name,
        byte[] content,
        CancellationToken ct
    ) => await AddAsync(zip, entries, name, new MemoryStream(content, writable: false), ct);

    private static async Task AddAsync(
        ZipArchive zip,
        List<ManifestEntry> entries,
        string name,
        Stream content,
        CancellationToken ct
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var entry = await zip.CreateEntry(name).OpenAsync(ct);
        var (buffer, size) = (new byte[64 * 1024], 0L);
        while (await content.ReadAsync(buffer, ct) is var read and > 0)
        {
            hash.AppendData(buffer, 0, read);
            await entry.WriteAsync(buffer.AsMemory(0, read), ct);
            size += read;
        }

        entries.Add(new ManifestEntry(name, size, Convert.ToHexStringLower(hash.GetCurrentHash())));
    }
}

/// <summary>One entry of the ZIP.</summary>
internal sealed record ManifestEntry(string Name, long Size, string Sha256);

/// <summary>How often words were covered on which ground; whose they are is not said.</summary>
internal sealed record CoveredCount(int Mark, string Ground, int Times);

/// <summary>A file that was not put in.</summary>
/// <param name="Why">Code: chosen, quarantine, lost.</param>
internal sealed record LeftOut(string Name, string Why);

/// <summary>What the ZIP holds; the entry <c>manifest.json</c>.</summary>
internal sealed record Manifest(
    string CaseNumber,
    DateTimeOffset MadeAt,
    string For,
    string? Recipient,
    IReadOnlyList<string> Parts,
    IReadOnlyList<ManifestEntry> Files,
    IReadOnlyList<CoveredCount> Covered,
    IReadOnlyList<LeftOut> LeftOut
);
