using System.Collections.Concurrent;
using System.Diagnostics;

namespace Goldset.Load;

/// <summary>How long requests took; any number of threads may add.</summary>
internal sealed class Latencies
{
    private readonly ConcurrentBag<double> milliseconds = [];

    public int Count => milliseconds.Count;

    /// <summary>The longest, in milliseconds.</summary>
    public double Longest => milliseconds.Max();

    /// <summary>Times one request.</summary>
    public async Task<T> TimeAsync<T>(Func<Task<T>> request)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await request();
        milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return result;
    }

    /// <summary>The time in milliseconds that this share of the requests did not exceed.</summary>
    /// <param name="share">0.95 for the 95th percentile.</param>
    public double Percentile(double share)
    {
        var ordered = milliseconds.Order().ToArray();
        return ordered[Math.Clamp((int)Math.Ceiling(share * ordered.Length) - 1, 0, ordered.Length - 1)];
    }
}
