using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Plus.Shared.MailRoom.Mail;
using Plus.Shared.MailRoom.Records;
using Plus.Shared.MailRoom.Taking;
using Plus.Shared.Tests.Files;
using Plus.Testing.Arranging;
using Plus.Testing.Databases;
using Plus.Testing.Pages;
using static Plus.Shared.Tests.Files.StoreScene;

namespace Plus.Shared.Tests.MailRoom;

public sealed class MailImportTests(PlusApp app) : IClassFixture<PlusApp>, IDisposable
{
    private readonly string _folder = Directory.CreateDirectory(PostgresServer.NewFolder("mail")).FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task MailsInTheFolder_AreRegisteredOnce_WithTheirAttachments()
    {
        var maildir = Directory.CreateDirectory(Path.Combine(_folder, "new")).FullName;
        await File.WriteAllBytesAsync(
            Path.Combine(_folder, "a.eml"),
            Mail("Pirmais", "izziņa.pdf", HostileFiles.Pdf),
            Ct
        );
        await File.WriteAllBytesAsync(
            Path.Combine(maildir, "1.M1.host"),
            Mail("Otrais", "makro.docx", HostileFiles.Docx(more: ("word/vbaProject.bin", "x"))),
            Ct
        );

        await ImportAsync();
        await File.WriteAllBytesAsync(
            Path.Combine(_folder, "b.eml"),
            Mail("Pirmais", "izziņa.pdf", HostileFiles.Pdf),
            Ct
        );
        await ImportAsync();

        Assert.Equal(
            ["Otrais", "Pirmais"],
            await app.ReadListAsync(
                "SELECT subject FROM mailroom.incoming WHERE channel = 'email' AND subject IN ('Pirmais', 'Otrais') ORDER BY 1"
            )
        );
        Assert.Equal(
            ["e-pasts.eml:", "izziņa.pdf:"],
            await app.ReadListAsync(
                "SELECT f.name || ':' || coalesce(f.refused, '') FROM mailroom.incoming_file f JOIN mailroom.incoming i ON i.id = f.incoming_id WHERE i.subject = 'Pirmais' ORDER BY f.place"
            )
        );
        Assert.Equal(
            ["e-pasts.eml:", "makro.docx:macros"],
            await app.ReadListAsync(
                "SELECT f.name || ':' || coalesce(f.refused, '') FROM mailroom.incoming_file f JOIN mailroom.incoming i ON i.id = f.incoming_id WHERE i.subject = 'Otrais' ORDER BY f.place"
            )
        );
        Assert.Empty(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
        var clerk = await app.AsAsync("intakeClerk");
        var id = await app.ScalarAsync<Guid>("SELECT id FROM mailroom.incoming WHERE subject = 'Otrais'");
        var page = await clerk.GetAsync($"/mailroom/{id}");
        Assert.Contains("Nav pieņemts: Dokumentus ar makrosiem", page.Words, StringComparison.Ordinal);
        Assert.Contains("Sveiki no sūtītāja", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HostileMail_GoesToTheRefused_AndTheOthersAreTaken()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "0.eml"), "this is no mail", Ct);
        File.CreateSymbolicLink(Path.Combine(_folder, "1.eml"), "/etc/passwd");
        await File.WriteAllBytesAsync(Path.Combine(_folder, "2.eml"), Mail("Trešais", "a.pdf", HostileFiles.Pdf), Ct);

        await ImportAsync();

        Assert.Equal(2, Directory.EnumerateFileSystemEntries(Path.Combine(_folder, "refused")).Count());
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>("SELECT count(*) FROM mailroom.incoming WHERE subject = 'Trešais'")
        );
        Assert.Equal(
            0L,
            await app.ScalarAsync<long>("SELECT count(*) FROM mailroom.incoming WHERE body LIKE '%root:%'")
        );
    }

    [Fact]
    public async Task DeliveryOfTheECase_IsRegisteredOnceByItsKey()
    {
        await using var scope = app.Scope();
        var taking = scope.ServiceProvider.GetRequiredService<IncomingTaking>();
        var delivery = new IncomingArrival(
            IncomingChannel.ECase,
            new DateOnly(2026, 4, 14),
            await app.OfficeAsync(),
            "ruling",
            "Rīgas rajona tiesa",
            "Nolēmums"
        )
        {
            SourceKey = "ecase:4711",
            Files = [new ArrivedFile("nolemums.pdf", new MemoryStream(HostileFiles.Pdf))],
        };

        var first = await taking.TakeAsync(delivery, refuseWhole: false, Ct);
        var second = await taking.TakeAsync(delivery, refuseWhole: false, Ct);

        Assert.Null(first.Value!.DueOn);
        Assert.IsType<TakenAlready>(second.Refusal);
    }

    private Task ImportAsync() =>
        new MailImport(
            new MailFolders(_folder) { Rest = TimeSpan.FromDays(-10_000) },
            app.Services.GetRequiredService<IServiceScopeFactory>(),
            TimeProvider.System,
            NullLogger<MailImport>.Instance
        ).LookAsync(Ct);

    private static byte[] Mail(string subject, string name, byte[] attachment) =>
        Encoding.UTF8.GetBytes(
            $"""
            From: Sūtītājs <a@example.lv>
            Subject: {subject}
            Date: Tue, 14 Apr 2026 10:00:00 +0300
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            Sveiki no sūtītāja
            --b
            Content-Type: application/octet-stream; name="{name}"
            Content-Disposition: attachment; filename="{name}"
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(attachment)}
            --b--
            """.ReplaceLineEndings("\r\n")
        );
}
