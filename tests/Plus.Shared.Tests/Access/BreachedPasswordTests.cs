using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Plus.Shared.Access.Passwords;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access;

public sealed class BreachedPasswordTests : IDisposable
{
    private const int Lines = 1_000_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("plus-breached").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void MillionHashesInOrder_AreSearchedWithoutBeingRead()
    {
        var path = Path.Combine(_folder, "hashes.txt");
        WriteHashes(path, Lines);
        var list = BreachedPasswords.Open(path);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();

        var found = Enumerable.Range(0, 200).Count(i => list.Holds(Word(i * 4999)));
        var strangers = Enumerable.Range(0, 200).Count(i => list.Holds(Word(Lines + i)));

        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / 400;
        Assert.Equal(200, found);
        Assert.Equal(0, strangers);
        Assert.True(each < 20_000, $"{each} bytes a look-up");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    [Fact]
    public void FirstAndLastLine_AreFound()
    {
        var path = Path.Combine(_folder, "few.txt");
        foreach (var count in new[] { 1, 2, 3, 7 })
        {
            WriteHashes(path, count);
            var list = BreachedPasswords.Open(path);

            Assert.All(Enumerable.Range(0, count), i => Assert.True(list.Holds(Word(i))));
            Assert.False(list.Holds(Word(count)));
        }
    }

    [Fact]
    public void MillionPlainLines_AreReadInPieces()
    {
        var path = Path.Combine(_folder, "plain.txt");
        File.WriteAllLines(path, Enumerable.Range(0, Lines).Select(Word));
        var list = BreachedPasswords.Open(path);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.True(list.Holds(Word(0)));
        Assert.True(list.Holds(Word(Lines - 1)));
        Assert.False(list.Holds(Word(Lines)));
        Assert.False(list.Holds(Word(5)[..^1]));
        Assert.False(list.Holds(Word(5) + "x"));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 500_000);
    }

    [Fact]
    public void FolderByPrefix_IsLookedUpInItsOneFile()
    {
        File.WriteAllText(Path.Combine(_folder, "00000.txt"), "");
        var hash = Hash("zirgs akumulators skava");
        File.WriteAllText(Path.Combine(_folder, hash[..5] + ".txt"), "0000:1\n" + hash[5..] + ":12\n");
        var list = BreachedPasswords.Open(_folder);

        Assert.True(list.Holds("zirgs akumulators skava"));
        Assert.Throws<BreachedListException>(() => list.Holds("cita"));
    }

    [Fact]
    public void ListThatWouldFindNothing_IsRefusedAtTheStart()
    {
        var path = Path.Combine(_folder, "list.txt");
        var hashes = Enumerable.Range(0, 5000).Select(i => Hash(Word(i))).ToList();
        File.WriteAllLines(path, hashes);

        Assert.Contains(
            "not in order",
            Assert.Throws<BreachedListException>(() => BreachedPasswords.Open(path)).Message,
            StringComparison.Ordinal
        );
        File.WriteAllText(path, new string('A', 32) + ":4\n");
        Assert.Contains(
            "SHA-1",
            Assert.Throws<BreachedListException>(() => BreachedPasswords.Open(path)).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<BreachedListException>(() => BreachedPasswords.Open(Path.Combine(_folder, "nav")));
        Assert.Throws<BreachedListException>(() => BreachedPasswords.Open(_folder));
    }

    [Fact]
    public async Task NewPasswordInTheList_IsRefusedAndSaidSo()
    {
        var path = Path.Combine(_folder, "plain.txt");
        const string known = "sveiki mana lielā pasaule";
        await File.WriteAllTextAsync(path, known + "\n", TestContext.Current.CancellationToken);
        await using var app = new PlusApp { Breached = BreachedPasswords.Open(path) };
        await app.InitializeAsync();
        var browser = await app.LoggedInAsAsync("caseManager");
        var page = await browser.GetAsync("/profile/password");
        Dictionary<string, string?> Typed(string password) =>
            new()
            {
                ["Old"] = PlusApp.Password,
                ["Password"] = password,
                ["Again"] = password,
            };

        var refused = await page.SubmitAsync(Typed(known));
        File.Delete(path);
        var unavailable = await page.SubmitAsync(Typed("pavisam cita laba parole"));

        Assert.Contains("nopludinātu", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain(known, refused.Text, StringComparison.Ordinal);
        Assert.Contains("nav pieejams", Assert.Single(unavailable.Errors), StringComparison.Ordinal);
        Assert.Equal(
            0L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'access.passwordChanged'")
        );
    }

    private static string Word(int i) => string.Create(CultureInfo.InvariantCulture, $"parole-{i:d8}-vārds");

#pragma warning disable CA5350 // the form of the published lists
    private static string Hash(string word) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(word)));
#pragma warning restore CA5350

    private static void WriteHashes(string path, int count)
    {
        var hashes = new string[count];
        Parallel.For(0, count, i => hashes[i] = Hash(Word(i)));
        Array.Sort(hashes, StringComparer.Ordinal);
        File.WriteAllLines(
            path,
            hashes.Select((h, i) => string.Create(CultureInfo.InvariantCulture, $"{h}:{i % 90 + 1}"))
        );
    }
}
