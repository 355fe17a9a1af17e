using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Plus.Shared.Exchange.Running;
using Plus.Shared.Tests.Databases;
using Plus.Testing.Databases;
using Plus.Testing.Intake;

namespace Plus.Shared.Tests.Exchange;

/// <summary>
/// A file is taken in with the same memory however long it is. Lines are made long by a member that the contract does
/// not know, and the same ones come again and again, so that it is the bytes that count.
/// </summary>
[Collection(nameof(MeasuresMemory))]
public sealed class LargeFileTests : IDisposable
{
    private const int Distinct = 1000;
    private const int LineBytes = 64 << 10;

    private readonly string file = Path.Combine(Path.GetTempPath(), $"plus-large-{Guid.NewGuid():N}.jsonl");

    public void Dispose() => File.Delete(file);

    [Fact]
    public async Task AFileOf64Megabytes_KeepsNothingOfWhatWasTakenIn()
    {
        await WriteAsync(64L << 20);
        await using var house = await IntakeHouse.NewAsync();
        await using var scope = house.Services.CreateAsyncScope();
        var run = await scope.ServiceProvider.GetRequiredService<IntakeRuns>().BeginAsync("upload", file, default);
        var kept = new List<long>();

        await house
            .Services.GetRequiredService<IntakeRunner>()
            .RunAsync(run.Id, _ => kept.Add(GC.GetTotalMemory(forceFullCollection: true)), default);

        // Of ten parts the second and the last, between them lie some fifty megabytes of lines.
        var early = kept.Skip(kept.Count / 10).Take(3).Max();
        Assert.True(kept.Count > 10);
        Assert.True(kept[^1] < early + (16 << 20), $"{early >> 20} MB became {kept[^1] >> 20} MB");
    }

    [Fact, Trait("Category", "Long")]
    public async Task AFileOfAGigabyte_NeedsNoMoreThanASmallOne()
    {
        using var folder = new DataFolderFixture();
        await WriteAsync(64L << 20);
        var (_, small) = await ImportAsync(folder.Path);
        await WriteAsync(1L << 30);
        var (lines, large) = await ImportAsync(folder.Path);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{lines} lines, peak {large >> 20} MB (64 MB file: {small >> 20} MB)"
        );
        Assert.True(lines > 15_000);
        Assert.True(large < small + (64 << 20), $"{small >> 20} MB became {large >> 20} MB");
        Assert.True(large < 500 << 20, $"{large >> 20} MB");
    }

    private async Task WriteAsync(long bytes)
    {
        await using var to = new StreamWriter(file, append: false);
        to.NewLine = "\n";
        for (var i = 0; to.BaseStream.Position < bytes; i++)
        {
            var line = MessageFile.Line(3, i % Distinct);
            var filling = string.Create(CultureInfo.InvariantCulture, $"{i % Distinct:000000}");
            await to.WriteAsync(line.AsMemory(0, line.Length - 1));
            await to.WriteAsync(",\"filling\":\"");
            for (var n = line.Length; n < LineBytes; n += filling.Length)
            {
                await to.WriteAsync(filling);
            }

            await to.WriteLineAsync("\"}");
        }
    }

    // The most that the process ever held, as the kernel counts it.
    private async Task<(int Lines, long Peak)> ImportAsync(string data)
    {
        using var import = HostProcess.Start(["import", file, "--data", data]);
        long peak = 0;
        while (!import.HasExited)
        {
            peak = Math.Max(peak, PeakOf(import.Id));
            await Task.Delay(50);
        }

        var said = await import.SaysAsync(" lines: ");
        return (int.Parse(said.Split(' ')[0], CultureInfo.InvariantCulture), peak);
    }

    private static long PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status")
                .FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) << 10;
        }
        catch (IOException)
        {
            return 0; // It has just ended.
        }
    }
}

/// <summary>What measures the memory of the whole process runs when nothing else does.</summary>
[CollectionDefinition(nameof(MeasuresMemory), DisableParallelization = true)]
public sealed class MeasuresMemory;
