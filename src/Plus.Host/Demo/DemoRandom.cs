namespace Plus.Host.Demo;

/// <summary>Chance that is the same in every build.</summary>
internal sealed class DemoRandom(int seed)
{
    private readonly Random random = new(seed);

    public int Below(int limit) => random.Next(limit);

    /// <summary>Both ends included.</summary>
    public int Between(int from, int to) => random.Next(from, to + 1);

    /// <summary>True in so many of a hundred.</summary>
    public bool Percent(int of) => random.Next(100) < of;

    public T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    /// <summary>A day between two, both included.</summary>
    public DateOnly Day(DateOnly from, DateOnly to) =>
        to <= from ? from : from.AddDays(random.Next(to.DayNumber - from.DayNumber + 1));

    public void Shuffle<T>(IList<T> list)
    {
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = random.Next(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
    }
}
