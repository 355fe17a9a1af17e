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

    [Fact]
    public async Task LibreOffice_OpensChangesAndSaves()
    {
        Judges.SkipWithout("soffice", "libreoffice-writer-nogui");
        var scene = await EditingScene.BeginAsync(_app);
        var address = await scene.PassAsync();
        using var folder = new TemporaryFolder();
        var profile = "-env:UserInstallation=file://" + folder.Path;
        // The first start lays down the delivered profile over whatever stands there: the macro comes after it.
        Judges.Run(
            folder.Path,
            "timeout",
            "60",
            "soffice",
            profile,
            "--headless",
            "--norestore",
            "--terminate_after_init"
        );
        var said = Path.Combine(folder.Path, "said.txt");
        folder.Write("user/basic/Standard/Module1.xba", Encoding.UTF8.GetBytes(MacroFor(said)));
        folder.Write("user/basic/Standard/script.xlb", Encoding.UTF8.GetBytes(Library));
        Judges.Run(
            folder.Path,
            "timeout",
            "60",
            "soffice",
            profile,
            "--headless",
            "--norestore",
            $"macro:///Standard.Module1.Change(\"{address}\")"
        );
        var output = File.Exists(said) ? await File.ReadAllTextAsync(said) : "The macro did not end.";
        Assert.True(output.Trim() == "saved", output + string.Join(", ", await scene.RecoveredAsync()));
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

    private const string Library = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
        <library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
         <library:element library:name="Module1"/>
        </library:library>
        """;

    // Opens, adds words, saves in place, closes; whatever goes wrong is written down, since nobody sees a message.
    private static string MacroFor(string said) =>
        $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
            <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">Sub Change(address As String)
              On Error GoTo failed
              Dim none()
              doc = StarDesktop.loadComponentFromURL(address, "_blank", 0, none())
              doc.Text.insertString(doc.Text.getEnd(), " Papildināts LibreOffice", False)
              doc.store()
              doc.close(True)
              Say "saved"
              StarDesktop.terminate()
              Exit Sub
            failed:
              Say Error$
              StarDesktop.terminate()
            End Sub
            Sub Say(words As String)
              Open "{said}" For Output As #1
              Print #1, words
              Close #1
            End Sub
            </script:module>
            """;

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
