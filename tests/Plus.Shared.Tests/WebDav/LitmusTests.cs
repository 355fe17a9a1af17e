namespace Plus.Shared.Tests.WebDav;

/// <summary>The public suite for WebDAV servers (litmus 0.13 of Debian) over the protocol.</summary>
public sealed class LitmusTests(ScratchServer server) : IClassFixture<ScratchServer>
{
    [Theory]
    [InlineData("basic", 16)]
    [InlineData("copymove", 13)]
    [InlineData("props", 30)]
    [InlineData("locks", 41)]
    [InlineData("http", 4)]
    public async Task EachSuite_PassesWholeAndWithoutWarning(string suite, int tests)
    {
        var program = Path.Combine("/usr/libexec/litmus", suite);
        Assert.SkipUnless(File.Exists(program), "litmus is not installed: as root, apt-get install litmus");
        var folder = Directory.CreateTempSubdirectory("plus-litmus-").FullName;
        server.Files.Items["/" + suite] = new(new Plus.Web.WebDav.DavItem("/" + suite, true), []);
        var (status, output) = await ScratchServer.RunAsync(
            program,
            ["--htdocs", "/usr/share/litmus/htdocs", new Uri(server.Address, $"/scratch/{suite}/").ToString()],
            folder: folder
        );
        Directory.Delete(folder, recursive: true);

        Assert.True(status == 0, output);
        Assert.Contains($"<- summary for `{suite}': of {tests} tests run: {tests} passed, 0 failed.", output);
        Assert.DoesNotContain("WARNING", output, StringComparison.OrdinalIgnoreCase);
    }
}
