using System.Net.Sockets;
using System.Text;
using Plus.Shared.Tests.Signatures;
using Plus.Testing.Databases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Documents.InPlace;

/// <summary>Programs that people use open the document at its address, change it and save it.</summary>
public sealed class RealClientTests : IAsyncLifetime
{
    private readonly PlusApp _app = new(listens: true);

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact, Trait("Category", "Long")]
    public async Task LibreOffice_OpensChangesAndSaves()
    {
        Judges.SkipWithout("soffice", "libreoffice-writer-nogui");
        var scene = await EditingScene.BeginAsync(_app);
        var address = await scene.PassAsync();
        using var folder = new TemporaryFolder();
        var library = Directory.CreateDirectory(Path.Combine(folder.Path, "user", "basic", "Standard")).FullName;
        const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        File.WriteAllText(
            Path.Combine(library, "..", "script.xlc"),
            Head
                + "<!DOCTYPE library:libraries PUBLIC \"-//OpenOffice.org//DTD OfficeDocument 1.0//EN\" \"libraries.dtd\">"
                + "<library:libraries xmlns:library=\"http://openoffice.org/2000/library\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><library:library library:name=\"Standard\" xlink:href=\"$(USER)/basic/Standard/script.xlb/\" xlink:type=\"simple\" library:link=\"false\"/></library:libraries>"
        );
        File.WriteAllText(
            Path.Combine(library, "script.xlb"),
            Head
                + "<!DOCTYPE library:library PUBLIC \"-//OpenOffice.org//DTD OfficeDocument 1.0//EN\" \"library.dtd\">"
                + "<library:library xmlns:library=\"http://openoffice.org/2000/library\" library:name=\"Standard\" library:readonly=\"false\" library:passwordprotected=\"false\"><library:element library:name=\"Module1\"/></library:library>"
        );
        File.WriteAllText(
            Path.Combine(library, "Module1.xba"),
            Head
                + "<!DOCTYPE script:module PUBLIC \"-//OpenOffice.org//DTD OfficeDocument 1.0//EN\" \"module.dtd\">"
                + "<script:module xmlns:script=\"http://openoffice.org/2000/script\" script:name=\"Module1\" script:language=\"StarBasic\">"
                + "Sub Change(address As String)\n  Dim none()\n  doc = StarDesktop.loadComponentFromURL(address, \"_blank\", 0, none())\n"
                + "  doc.Text.insertString(doc.Text.getEnd(), \" Papildināts LibreOffice\", False)\n  doc.store()\n  doc.close(True)\nEnd Sub\n</script:module>"
        );
        var (_, output) = Judges.Run(
            folder.Path,
            "soffice",
            "-env:UserInstallation=file://" + folder.Path,
            "--headless",
            "--norestore",
            $"macro:///Standard.Module1.Change(\"{address}\")"
        );
        Assert.True((await scene.VersionsAsync()).Count == 2, output + string.Join(", ", await scene.RecoveredAsync()));
        Assert.Equal(["1 uploaded", "2 edited"], await scene.VersionsAsync());
        Assert.Contains(
            "Papildināts LibreOffice",
            await _app.ScalarAsync<string>(
                $"SELECT text FROM documents.document_version WHERE document_id = '{scene.Id}' AND ordinal = 2"
            )
        );
        Assert.Empty(await scene.RecoveredAsync());
        Assert.Equal(0L, await _app.ScalarAsync<long>("SELECT count(*) FROM documents.editing_lock"));
    }

    [Fact]
    public async Task Cadaver_FetchesLocksPutsAndUnlocks()
    {
        Judges.SkipWithout("cadaver", "cadaver");
        var scene = await EditingScene.BeginAsync(_app);
        var address = await scene.PassAsync();
        var name = address.Segments[^1];
        using var folder = new TemporaryFolder();
        var changed = MadeDocx.Of("No cadaver");
        folder.Write("changed.docx", changed);
        folder.Write(
            "commands",
            Encoding.ASCII.GetBytes(
                $"ls\nget {name} fetched.docx\nlock {name}\nput changed.docx {name}\nunlock {name}\nmkcol x\nquit\n"
            )
        );
        var (_, output) = Judges.Run(
            folder.Path,
            "sh",
            "-c",
            $"HOME={folder.Path} cadaver {new Uri(address, ".")} < commands"
        );
        Assert.True(File.Exists(Path.Combine(folder.Path, "fetched.docx")), output);
        Assert.Contains("403", output);
        Assert.Equal(["1 uploaded", "2 edited"], await scene.VersionsAsync());
        Assert.Equal(changed, (await scene.Browser.GetAsync($"/documents/{scene.Id}/versions/2")).Bytes);
    }

    [Fact]
    public async Task MountedDrive_IsReadAndWrittenLikeAFolder()
    {
        Assert.SkipUnless(
            File.Exists("/usr/sbin/mount.davfs"),
            "davfs2 is not installed: as root, apt-get install davfs2"
        );
        Assert.SkipUnless(
            File.Exists("/dev/fuse") && Environment.UserName == "root",
            "Mounting needs root and /dev/fuse."
        );
        var scene = await EditingScene.BeginAsync(_app);
        var address = await scene.PassAsync();
        using var folder = new TemporaryFolder();
        var drive = Directory.CreateDirectory(Path.Combine(folder.Path, "drive")).FullName;
        var (mounted, output) = Judges.Run(
            folder.Path,
            "sh",
            "-c",
            $"yes '' | timeout 30 mount.davfs {new Uri(address, ".")} {drive}"
        );
        Assert.SkipUnless(mounted == 0, "A mount is not allowed here: " + output);
        var changed = MadeDocx.Of("No mapes");
        try
        {
            var file = Path.Combine(drive, address.Segments[^1]);
            Assert.NotEmpty(await File.ReadAllBytesAsync(file));
            await File.WriteAllBytesAsync(file, changed);
        }
        finally
        {
            // What is written goes out at the latest when the drive is given back.
            Judges.Run(folder.Path, "umount", drive);
        }

        Assert.Equal("2 edited", (await scene.VersionsAsync())[^1]);
        Assert.Equal(changed, (await scene.Browser.GetAsync($"/documents/{scene.Id}/versions/2")).Bytes);
    }

    [Fact]
    public async Task ConnectionThatBreaksOff_LeavesTheVersionAndKeepsWhatCame()
    {
        var scene = await EditingScene.BeginAsync(_app);
        var address = await scene.PassAsync();
        var docx = MadeDocx.Of("Puse");
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(address.Host, address.Port);
            var stream = client.GetStream();
            var head =
                $"PUT {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Length: {docx.Length}\r\n\r\n";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
            await stream.WriteAsync(docx.AsMemory(0, docx.Length / 2));
            await stream.FlushAsync();
            // What has come must be read before the connection is cut: that is how a line breaks off.
            await Task.Delay(TimeSpan.FromSeconds(2));
            client.Client.Shutdown(SocketShutdown.Both);
        }

        await Eventually.HoldsAsync(
            async () => (await scene.RecoveredAsync()).SequenceEqual(["half"]),
            "what came is kept"
        );
        Assert.Equal(["1 uploaded"], await scene.VersionsAsync());
        var list = await scene.Browser.GetAsync($"/documents/{scene.Id}/recovered");
        Assert.Contains("saņemta tikai daļa dokumenta", list.Words);
        Assert.DoesNotContain("Saglabāt kā jaunāko redakciju", list.Words);
    }
}
