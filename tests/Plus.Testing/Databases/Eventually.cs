using System.Diagnostics;

namespace Plus.Testing.Databases;

/// <summary>Waits for what another process or thread does in its own time.</summary>
public static class Eventually
{
    public static async Task HoldsAsync(Func<bool> condition, string what, int seconds = 30) =>
        await HoldsAsync(() => Task.FromResult(condition()), what, seconds);

    public static async Task HoldsAsync(Func<Task<bool>> condition, string what, int seconds = 30)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            if (waited.Elapsed.TotalSeconds > seconds)
            {
                throw new TimeoutException($"After {seconds} seconds still not: {what}.");
            }
            await Task.Delay(20);
        }
    }
}
