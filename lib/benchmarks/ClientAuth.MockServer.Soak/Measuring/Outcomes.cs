using System.Collections.Concurrent;
using System.Globalization;
using ClientAuth.MockServer.Soak.Load;

namespace ClientAuth.MockServer.Soak.Measuring;

/// <summary>What came of the requests, counted by kind. Keeps one example of what was not expected, not each.</summary>
internal sealed class Outcomes
{
    private readonly ConcurrentDictionary<(string Kind, string Outcome), long> _counts = new();
    private readonly ConcurrentDictionary<(string Kind, string Outcome), long> _unexpected = new();
    private long _count;

    /// <summary>How many requests were answered.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <param name="kind">What was sent.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="isJudged">False where the clock jumped meanwhile, so that either outcome is right.</param>
    public void Add(RequestKind kind, string outcome, bool isJudged)
    {
        Interlocked.Increment(ref _count);
        _counts.AddOrUpdate((kind.Name, outcome), 1, (_, count) => count + 1);
        if (isJudged ? !kind.Expected.Contains(outcome) : outcome.StartsWith('5'))
        {
            _unexpected.AddOrUpdate((kind.Name, outcome), 1, (_, count) => count + 1);
        }
    }

    /// <summary>A line for each kind and outcome.</summary>
    public List<string> Table() =>
        [.. _counts.OrderBy(pair => pair.Key).Select(pair => Line(pair.Value, pair.Key.Kind, pair.Key.Outcome))];

    public IEnumerable<string> Verdicts() =>
        _unexpected.IsEmpty
            ? [$"held: {Count} requests, each with a response that was expected"]
            : _unexpected
                .OrderBy(pair => pair.Key)
                .Select(pair => $"NOT held: not expected: {Line(pair.Value, pair.Key.Kind, pair.Key.Outcome)}");

    private static string Line(long count, string kind, string outcome) =>
        string.Create(CultureInfo.InvariantCulture, $"{count, 8}  {kind}: {outcome}");
}
