using System.Collections.Concurrent;
using OtpNet;
using Plus.Kernel.Ids;

namespace Plus.Testing.Pages;

/// <summary>The telephone of the people of the tests: sets a second factor up where a role asks for it, and keeps the paper.</summary>
public sealed class Authenticator
{
    private readonly ConcurrentDictionary<StaffId, ConcurrentQueue<string>> _paper = new();

    /// <summary>The code shown at an instant for a secret as the page writes it.</summary>
    public static string Code(string secret, DateTimeOffset now) =>
        new Totp(Base32Encoding.ToBytes(secret.Replace(" ", "", StringComparison.Ordinal))).ComputeTotp(
            now.UtcDateTime
        );

    /// <summary>Goes on from the page after the password: sets the second factor up, or gives a recovery code.</summary>
    public async Task<ReadPage> PassAsync(StaffId person, ReadPage page, DateTimeOffset now)
    {
        if (page.Path.StartsWith("/profile/second-factor", StringComparison.Ordinal))
        {
            var secret = page.Html.QuerySelector("#secret")!.TextContent;
            var done = await page.SubmitAsync(new() { ["Code"] = Code(secret, now) });
            _paper[person] = new(done.Html.QuerySelectorAll("#codes code").Select(c => c.TextContent));
            return done;
        }

        return
            page.Path.StartsWith("/login/code", StringComparison.Ordinal)
            && _paper.TryGetValue(person, out var codes)
            && codes.TryDequeue(out var code)
            ? await page.SubmitAsync(new() { ["Code"] = code })
            : page;
    }
}
