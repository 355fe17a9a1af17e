using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Plus.Bench.Measuring;
using Plus.Bench.Operations;
using Plus.Host.Database;
using Plus.Host.Serving;
using Plus.Kernel.Time;
using Plus.Shared.Documents.Bulk;
using Plus.Shared.Documents.Merging;
using Plus.Shared.Documents.Pdf;
using Plus.Shared.Documents.Templates;
using Plus.Shared.Keys.Ring;

namespace Plus.Bench.Documents;

/// <summary>
/// What documents cost, without a twin: letters to many as PLUS makes them (row, encrypted file, audit), their PDFs, saves of a
/// word processor over WebDAV, and the search over the words of incoming documents.
/// </summary>
internal static partial class DocumentsRun
{
    private const int Merges = 400;
    private const int Searches = 40;
    private const int Editors = 4;
    private const string TemplateFile = "registration.lv.1.docx";

    public static async Task<IReadOnlyList<DocumentsResult>> RunAsync(
        BenchOptions options,
        int letters,
        string folder,
        DatabaseAccess database,
        NpgsqlDataSource owner,
        BenchPerson person
    )
    {
        var results = new List<DocumentsResult> { Merge() };
        await MakeAsync(folder, database, owner, person, letters, results);
        await BenchTexts.WriteAsync(owner, person, options.Texts);
        await Say("starting the server ...");
        var host = Path.Combine(AppContext.BaseDirectory, "Plus.Host.dll");
        using var server = await ServerProcess.StartAsync(
            port => [host, "serve", "--data", folder, "--port", port],
            "/health/live",
            []
        );
        var (client, token) = await person.LogInAsync(server.Address);
        using (client)
        {
            results.Add(await SaveAsync(client, token, owner, person, options.Seconds));
            results.Add(await SearchAsync(client, token, options.Texts));
        }

        return results;
    }

    /// <summary>Filling in alone: a template and its values in, a DOCX out.</summary>
    private static DocumentsResult Merge()
    {
        using var resource =
            typeof(TemplateMerge).Assembly.GetManifestResourceStream("Plus.Shared/Documents/Delivered/" + TemplateFile)
            ?? throw new BenchException("The template is missing.");
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        var template = bytes.ToArray();
        var values = new Dictionary<string, object?> { ["recipient.name"] = "Jānim Bērziņam" };
        Times.Of(Merges / 4, _ => TemplateMerge.Fill(template, values, "lv"));
        return Times.Of(Merges, _ => TemplateMerge.Fill(template, values, "lv")).Result("DOCX filled in");
    }

    private static async Task MakeAsync(
        string folder,
        DatabaseAccess database,
        NpgsqlDataSource owner,
        BenchPerson person,
        int letters,
        List<DocumentsResult> results
    )
    {
        var keys = await KeyRingStart.OpenAsync(
            KeyPlaces.FromEnvironment(folder),
            database.AppConnectionString,
            new PlusClock(TimeProvider.System).Now,
            default
        );
        // Only its services are wanted: it serves nobody, and no worker of its own takes what is measured.
        await using var app = PlusWebApp.Build(
            new ServeSettings(database.AppConnectionString)
            {
                ArchiveConnectionString = database.ArchiveConnectionString,
                DataFolder = Path.GetFullPath(folder),
                Keys = keys,
                IsDemo = true,
                RunsJobs = false,
            }
        );
        var bulk = app.Services.GetRequiredService<BulkRunner>();
        await LettersAsync(owner, person, Math.Min(20, letters), withPdf: false);
        await bulk.LookAsync(default);
        await Say($"making {letters} letters ...");
        var run = await LettersAsync(owner, person, letters, withPdf: true);
        var meter = new CpuMeter(
            Environment.ProcessId,
            database.Embedded?.ServerPid ?? throw new BenchException("The bench measures its own database only.")
        );
        var (before, watch) = (meter.Read(), Stopwatch.StartNew());
        await bulk.LookAsync(default);
        watch.Stop();
        var used = (meter.Read() - before).Total;
        var failed = await CountAsync(owner, $"SELECT failed FROM documents.bulk_run WHERE id = '{run}'");
        results.Add(
            new("DOCX of letters to many", letters, watch.Elapsed.TotalSeconds)
            {
                Failed = (int)failed,
                CpuMsEach = used * 1000 / letters,
            }
        );

        if (!app.Services.GetRequiredService<PdfProgram>().IsThere)
        {
            await Say("LibreOffice is not installed: no PDF is measured.");
            return;
        }

        await Say($"making {letters} PDFs ...");
        var (ended, earlier) = (CpuMeter.EndedChildren(), meter.Read());
        watch.Restart();
        var made = await app.Services.GetRequiredService<PdfRunner>().LookAsync(default);
        watch.Stop();
        var converted = CpuMeter.EndedChildren() - ended + (meter.Read() - earlier).Total;
        results.Add(
            new("PDF/A of them", made, watch.Elapsed.TotalSeconds)
            {
                Failed = letters - made,
                CpuMsEach = converted * 1000 / Math.Max(1, made),
            }
        );
    }

    private static async Task<Guid> LettersAsync(NpgsqlDataSource owner, BenchPerson person, int letters, bool withPdf)
    {
        var run = Guid.CreateVersion7();
        // The officer's own first: their documents are edited afterwards.
        await using var command = owner.CreateCommand(
            """
            INSERT INTO documents.bulk_run (id, template_id, started_by, started_at, sections, with_pdf, done, failed)
            SELECT $1, (SELECT id FROM documents.template WHERE code || '.1.docx' = $2), $3, now(), array_agg(s.id), $4, 0, 0
            FROM (SELECT id FROM cases.section WHERE state = 'active' ORDER BY manager_id <> $3, id LIMIT $5) s
            """
        );
        command.Parameters.AddWithValue(run);
        command.Parameters.AddWithValue(TemplateFile);
        command.Parameters.AddWithValue(person.Id);
        command.Parameters.AddWithValue(withPdf);
        command.Parameters.AddWithValue(letters);
        await command.ExecuteNonQueryAsync();
        return run;
    }

    /// <summary>Some people save again and again, each their own document: every save is a version.</summary>
    private static async Task<DocumentsResult> SaveAsync(
        HttpClient client,
        string token,
        NpgsqlDataSource owner,
        BenchPerson person,
        double seconds
    )
    {
        await Say("saving over WebDAV ...");
        await using var command = owner.CreateCommand(
            """
            SELECT array_agg(d.id) FROM (
                SELECT d.id FROM documents.document d JOIN cases.section s ON s.id = d.section_id
                WHERE d.state = 'draft' AND d.made_by = $1 AND s.manager_id = $1 ORDER BY d.id LIMIT $2) d
            """
        );
        command.Parameters.AddWithValue(person.Id);
        command.Parameters.AddWithValue(Editors);
        var documents = (Guid[])(await command.ExecuteScalarAsync())!;
        var addresses = new List<Uri>();
        foreach (var document in documents)
        {
            using var form = new FormUrlEncodedContent(
                new Dictionary<string, string> { ["__RequestVerificationToken"] = token }
            );
            using var answer = await client.PostAsync(new Uri($"/documents/{document}/edit", UriKind.Relative), form);
            var address = Address().Match(await answer.Content.ReadAsStringAsync());
            addresses.Add(
                address.Success
                    ? new Uri(System.Net.WebUtility.HtmlDecode(address.Groups["address"].Value))
                    : throw new BenchException($"No address to edit document {document}: {(int)answer.StatusCode}.")
            );
        }

        var files = await Task.WhenAll(addresses.Select(a => client.GetByteArrayAsync(a)));
        // Warm: the first saves compile.
        await Task.WhenAll(addresses.Select((a, i) => PutAsync(client, a, With(files[i], -1))));
        var times = new List<double>();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(
            addresses.Select(
                async (address, i) =>
                {
                    for (var n = 0; watch.Elapsed.TotalSeconds < seconds; n++)
                    {
                        var changed = With(files[i], n);
                        var began = watch.Elapsed;
                        await PutAsync(client, address, changed);
                        lock (times)
                        {
                            times.Add((watch.Elapsed - began).TotalMilliseconds);
                        }
                    }
                }
            )
        );
        return new Times(times, watch.Elapsed.TotalSeconds).Result($"WebDAV PUT ({addresses.Count} at once)");
    }

    private static async Task PutAsync(HttpClient client, Uri address, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes);
        using var answer = await client.PutAsync(address, content);
        if (!answer.IsSuccessStatusCode)
        {
            throw new BenchException($"A save was answered with {(int)answer.StatusCode}.");
        }
    }

    private static async Task<DocumentsResult> SearchAsync(HttpClient client, string token, int texts)
    {
        await Say("searching ...");
        var times = new List<double>();
        var watch = Stopwatch.StartNew();
        for (var n = -5; n < Searches; n++)
        {
            using var form = new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["__RequestVerificationToken"] = token,
                    ["text"] = BenchTexts.Question(n, texts),
                }
            );
            var began = watch.Elapsed;
            // What was typed is kept on the server, and the page with the answer has an address of its own.
            using var sent = await client.PostAsync(new Uri("/mailroom/search?handler=filter", UriKind.Relative), form);
            var page = sent.Headers.Location is { } found ? await client.GetStringAsync(found) : "";
            if (!page.Contains("<mark>", StringComparison.Ordinal))
            {
                throw new BenchException($"The search found nothing: {(int)sent.StatusCode}.");
            }

            if (n >= 0)
            {
                times.Add((watch.Elapsed - began).TotalMilliseconds);
            }
        }

        return new Times(times, times.Sum() / 1000).Result(
            string.Create(CultureInfo.InvariantCulture, $"search over {texts} texts")
        );
    }

    private static byte[] With(byte[] docx, int number)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var word = WordprocessingDocument.Open(stream, isEditable: true))
        {
            var body = word.MainDocumentPart!.Document!.Body!;
            body.PrependChild(new Paragraph(new Run(new Text($"Redakcija {Guid.NewGuid():N} {number}"))));
        }

        return stream.ToArray();
    }

    private static async Task<long> CountAsync(NpgsqlDataSource owner, string sql)
    {
        await using var command = owner.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static Task Say(string what) => Console.Error.WriteLineAsync(what);

    [GeneratedRegex(
        "name=\"address\"[^>]*value=\"(?<address>[^\"]+)\"|value=\"(?<address>[^\"]+/dav/[^\"]+)\"",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Address();
}
