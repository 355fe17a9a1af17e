using System.Diagnostics;

namespace Plus.Shared.Tests.Signatures;

/// <summary>Programs of others that judge the same files.</summary>
internal static class Judges
{
    /// <summary>What xmlsec1 says of each file of signatures of a container, unpacked into a folder.</summary>
    public static bool XmlSecAgrees(byte[] container, string? trustedPem = null)
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, content) in Containers.Parts(container))
        {
            var path = Path.Combine(folder.Path, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, content);
        }

        var files = Directory.GetFiles(Path.Combine(folder.Path, "META-INF"), "signatures*.xml");
        return files.Length > 0
            && files.All(f =>
                Run(
                    folder.Path,
                    "xmlsec1",
                    [
                        "--verify",
                        .. trustedPem is null ? (string[])["--insecure"] : ["--trusted-pem", trustedPem],
                        "--enabled-key-data",
                        "x509",
                        "--id-attr:Id",
                        "http://uri.etsi.org/01903/v1.3.2#:SignedProperties",
                        f,
                    ]
                ).Status == 0
            );
    }

    public static void SkipWithout(string program, string package) =>
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(p => File.Exists(Path.Combine(p, program))),
            $"{program} is not installed: as root, apt-get install {package}"
        );

    public static (int Status, string Output) Run(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
            }
        )!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(60_000))
        {
            process.Kill();
        }

        return (process.ExitCode, output + errors.Result);
    }
}

/// <summary>A folder that goes when it is no more needed.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("plus-signatures-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    public string Write(string name, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
