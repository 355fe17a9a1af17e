using Plus.Bench.Load;

namespace Plus.Bench.Operations;

/// <summary>Sums up the rounds of one side of an operation.</summary>
internal sealed class MeasuredSide(Side side, Func<int, Side, HttpRequestMessage> request)
{
    private double _server;
    private double _database;
    private double _seconds;
    private long _bytes;
    private int _requests;

    public double ServerMs => _server * 1000 / Math.Max(1, _requests);

    public double DatabaseMs => _database * 1000 / Math.Max(1, _requests);

    // A tick of the meter is ten milliseconds: less than one is not nothing.
    public double CpuMs => Math.Max(ServerMs + DatabaseMs, 10.0 / Math.Max(1, _requests));

    public double PerSecond => _requests / Math.Max(_seconds, 0.001);

    public int BytesEach => (int)(_bytes / Math.Max(1, _requests));

    public Task<int> SendAsync(int number) => side.SendAsync(request(number, side));

    public async Task<LoadResult> ForAsync(TimeSpan time, int least, int most, bool counts)
    {
        var before = side.Meter.Read();
        var run = await LoadRun.ForAsync(time, least, most, Measurement.Connections, SendAsync);
        var used = side.Meter.Read() - before;
        if (counts)
        {
            _server += used.Server;
            _database += used.Database;
            _seconds += run.Seconds;
            _bytes += run.Bytes;
            _requests += run.Requests;
        }

        return run;
    }
}
