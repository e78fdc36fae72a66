using System.Globalization;

namespace Ratios.Results;

/// <summary>How much is measured, what of it, and what has come of it so far.</summary>
/// <param name="output">Where each figure is told as it comes.</param>
/// <param name="only">Measures only what has this in its name; null measures all.</param>
/// <param name="isShort">Whether a tenth will do: to see that it works, not to rely on.</param>
internal sealed class Effort(TextWriter output, string? only, bool isShort)
{
    private readonly List<Ratio> _ratios = [];
    private readonly List<string> _leftOut = [];
    private readonly List<Comparison> _known = [];

    /// <summary>What could be measured so far, wanted or not.</summary>
    public IReadOnlyList<Comparison> Known => _known;

    /// <summary>What was measured so far.</summary>
    public IReadOnlyList<Ratio> Ratios => _ratios;

    /// <summary>What could not be measured here, and why.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

    /// <summary>Whether one of those was left out not because something is missing here, but because it failed.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>How many pairs of rounds.</summary>
    public int Rounds => isShort ? 3 : 7;

    /// <summary>How many requests a round has.</summary>
    public int RequestsPerRound => isShort ? 600 : 1500;

    /// <summary>How many requests of each kind come before the first that counts.</summary>
    public int WarmUpRequests => RequestsPerRound;

    /// <summary>How many requests show whether memory grows.</summary>
    public int ManyRequests => isShort ? 50_000 : 1_000_000;

    /// <summary>How often a kernel is launched.</summary>
    public int Launches => isShort ? 2 : 5;

    /// <summary>How many of the lessons both engines run.</summary>
    public int Lessons => isShort ? 2 : int.MaxValue;

    /// <summary>How many assertions are built or verified in one iteration of BenchmarkDotNet.</summary>
    public int SignaturesPerRound => isShort ? 100 : 250;

    /// <summary>Whether a ratio is to be measured.</summary>
    public bool Wants(Comparison what) => only is null || $"{what}".Contains(only, StringComparison.OrdinalIgnoreCase);

    /// <summary>Measures a ratio if it is wanted. One that cannot be measured is left out with the reason; the others go on.</summary>
    /// <param name="what">The ratio.</param>
    /// <param name="measure">Gives the figures of each round, or throws.</param>
    public async Task MeasureAsync(Comparison what, Func<Task<IReadOnlyList<Pair>>> measure)
    {
        _known.Add(what);
        if (!Wants(what))
        {
            return;
        }

        try
        {
            Add(new Ratio(what, await measure()));
        }
        catch (MissingHereException missing)
        {
            LeaveOut(what, missing.Message);
        }
        catch (Exception problem)
        {
            HasFailed = true;
            LeaveOut(what, $"it failed: {problem.Message}");
        }
    }

    /// <summary>The same, where nothing is waited for.</summary>
    public Task MeasureAsync(Comparison what, Func<IReadOnlyList<Pair>> measure) =>
        MeasureAsync(what, () => Task.FromResult(measure()));

    // Tells a ratio as soon as there is one, and keeps it.
    private void Add(Ratio ratio)
    {
        _ratios.Add(ratio);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{ratio.What}: {ratio.Value:F2} ({ratio.Spread.Least:F2} to {ratio.Spread.Greatest:F2}; {ratio.Subject:F1} and {ratio.Reference:F1} {ratio.What.Unit}), {ratio.What.Goal}: {(ratio.IsMet ? "met" : "NOT met")}"
            )
        );
    }

    private void LeaveOut(Comparison what, string why)
    {
        var line = $"{what}: {why.ReplaceLineEndings(" ").Trim().TrimEnd('.')}.";
        _leftOut.Add(line);
        output.WriteLine($"left out: {line}");
    }
}
