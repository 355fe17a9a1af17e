using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Plus.Shared.Files.Text;
using Plus.Shared.MailRoom.Searching;
using Plus.Shared.Tests.Files;
using Plus.Testing.Arranging;
using Plus.Testing.Pages;
using static Plus.Shared.Tests.Files.StoreScene;
using static Plus.Shared.Tests.MailRoom.MailRoomScene;

namespace Plus.Shared.Tests.MailRoom;

public sealed class TextSearchTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task WordsOfADocument_AreFoundInAnyCase_AndMarked_ByThoseWithinReach()
    {
        var person = await app.PersonAsync("Ilze", "Meklētā");
        var clerk = await app.AsAsync("registryClerk");
        var letter = Letter();
        letter["Input.Client"] = "Meklētā";
        letter["Input.ClientId"] = person.Client.Id.ToString();
        await clerk.RegisterAsync(letter, ("vēstule.docx", Docx("Lūdzu pārcelt tikšanos ķiršu dārzā")));
        await ReadAsync();

        var found = await SearchAsync(clerk, "kirsu darzs");

        Assert.Contains("Atrasts 1 fails", found.Words, StringComparison.Ordinal);
        Assert.Equal(["ķiršu", "dārzā"], found.Html.QuerySelectorAll("main mark").Select(m => m.TextContent));
        Assert.NotEqual(
            0L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.view WHERE kind = 'search' AND part = 'mailroom.view' AND clients @> ARRAY['{person.Client.Id}'::uuid]"
            )
        );
        Assert.Contains("Nekas nav atrasts", (await SearchAsync(clerk, "kirsu upe")).Words, StringComparison.Ordinal);
        var stranger = await app.LoggedInAsAsync("officeHead", await app.OfficeAsync(1));
        Assert.Contains(
            "Nekas nav atrasts",
            (await SearchAsync(stranger, "kirsu darzs")).Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task WordsOfAClosedClient_LeakToNobody()
    {
        var person = await app.PersonAsync("Sana", "Slēgtā");
        var clerk = await app.LoggedInAsAsync("registryClerk");
        var letter = Letter();
        letter["Input.Client"] = "Slēgtā";
        letter["Input.ClientId"] = person.Client.Id.ToString();
        await clerk.RegisterAsync(letter, ("a.txt", Encoding.UTF8.GetBytes("noslēpumains zilonis")));
        await ReadAsync();
        Assert.Contains("Atrasts 1 fails", (await SearchAsync(clerk, "zilonis")).Words, StringComparison.Ordinal);
        await app.OwnerAsync(
            $"UPDATE mailroom.incoming SET assigned_to = NULL WHERE client_id = '{person.Client.Id}'; UPDATE cases.section SET sexual_offence = true, office_id = (SELECT id FROM organisation.office WHERE kind = 'general' ORDER BY code OFFSET 3 LIMIT 1) WHERE client_id = '{person.Client.Id}'"
        );

        Assert.Contains("Nekas nav atrasts", (await SearchAsync(clerk, "zilonis")).Words, StringComparison.Ordinal);
        Assert.Equal(0L, await RawAsync("SELECT count(*) FROM files.file_text"));
    }

    [Fact]
    public async Task WordsOfAPdf_AreRead_WherePdftotextIs()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/pdftotext"), "pdftotext is not installed.");

        var text = await TextReading.ReadAsync(new MemoryStream(Pdf("Zvaigznes un planetas")), "application/pdf", Ct);

        Assert.Equal("Zvaigznes un planetas", text);
    }

    [Theory]
    [InlineData("iesniegums par tikšanos", "'iesniegu':* & 'par' & 'tikšan':*")]
    [InlineData("K-12 & ! ' :*", "'k' & '12'")]
    [InlineData("māja", "'māj':*")]
    [InlineData(" ,; ", null)]
    public void WhatWasTyped_BecomesAQuestion(string typed, string? question) =>
        Assert.Equal(question, TextQuestion.Of(typed));

    [Fact]
    [Trait("Category", "Long")]
    public async Task HundredThousandTexts_AreSearchedQuickly()
    {
        await using var many = new PlusApp();
        await many.InitializeAsync();
        await FillAsync(many.Database.OwnerConnectionString, 100_000);
        var clerk = await many.AsAsync("registryClerk");
        await SearchAsync(clerk, "tikšanās");
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 10; i++)
        {
            Assert.Contains(
                "Atrasti 30 faili",
                (await SearchAsync(clerk, "tikšanās pārcelt")).Words,
                StringComparison.Ordinal
            );
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"a search of 100,000 texts: {watch.Elapsed / 10}");
        Assert.True(watch.Elapsed / 10 < TimeSpan.FromSeconds(1.5), $"A search took {watch.Elapsed / 10}.");
    }

    // By COPY, and the index of words afterwards: kept row by row it takes many times as long.
    private static async Task FillAsync(string owner, int texts)
    {
        await using var connection = new Npgsql.NpgsqlConnection(owner);
        await connection.OpenAsync(Ct);
        await DoAsync("SET synchronous_commit = off; DROP INDEX files.ix_file_text_words");
        await using (
            var files = await connection.BeginTextImportAsync(
                "COPY files.stored_file (id, sha256, size, media_type, state, store, address, wrapped_key, master_key, scan, touched_at, words_read) FROM STDIN",
                Ct
            )
        )
        {
            for (var n = 0; n < texts; n++)
            {
                await files.WriteAsync(
                    $"{Id(n)}\t{n:x64}\t1\ttext/plain\tstored\tfolder\t{n:x64}\t\\\\x00\tx\tnone\t2026-04-01 00:00Z\tt\n"
                );
            }
        }

        await using (
            var words = await connection.BeginTextImportAsync(
                "COPY files.file_text (file_id, text, read_at) FROM STDIN",
                Ct
            )
        )
        {
            for (var n = 0; n < texts; n++)
            {
                var chance = new Random(n);
                var text = string.Join(' ', Enumerable.Range(0, 120).Select(_ => "vārds" + chance.Next(5000)));
                await words.WriteAsync(
                    $"{Id(n)}\t{text}{(n % 1000 == 0 ? " tikšanos pārcelt" : "")}\t2026-04-01 00:00Z\n"
                );
            }
        }

        await DoAsync(
            """
            INSERT INTO mailroom.incoming (id, number, channel, received_on, office_id, kind, sender, subject, state)
            SELECT id, 'T-' || row_number() OVER (), 'post', '2026-04-01', (SELECT id FROM organisation.office WHERE kind = 'general' ORDER BY code LIMIT 1), 'other', 'x', 'x', 'registered' FROM files.stored_file;
            INSERT INTO mailroom.incoming_file (id, incoming_id, place, name, file_id) SELECT id, id, 1, 'x', id FROM files.stored_file;
            SET maintenance_work_mem = '512MB';
            CREATE INDEX ix_file_text_words ON files.file_text USING gin (words);
            ANALYZE files.file_text, mailroom.incoming, mailroom.incoming_file;
            """
        );

        static string Id(int number) => $"018f0000-0000-7000-8000-{number:x12}";

        async Task DoAsync(string sql)
        {
            await using var command = new Npgsql.NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(Ct);
        }
    }

    private Task ReadAsync() => app.Services.GetRequiredService<TextWorker>().LookAsync(Ct);

    private static async Task<ReadPage> SearchAsync(PageBrowser browser, string text)
    {
        var page = await browser.GetAsync("/mailroom/search");
        return await page.SubmitAsync(new() { ["text"] = text }, "main form");
    }

    private async Task<long> RawAsync(string sql)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(app.Database.AppConnectionString);
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }

    private static byte[] Docx(string text) =>
        HostileFiles.Docx(
            body: $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:instrText>PAGE</w:instrText><w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:body></w:document>"""
        );

    private static byte[] Pdf(string text)
    {
        var content = $"BT /F1 24 Tf 72 700 Td ({text}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(pdf.Length);
            pdf.Append($"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(p => pdf.Append($"{p:0000000000} 00000 n \n"));
        pdf.Append($"trailer << /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }
}
