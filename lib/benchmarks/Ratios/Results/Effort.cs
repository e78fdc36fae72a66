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

    /// <summary>What was measured so far.</summary>
    public IReadOnlyList<Ratio> Ratios => _ratios;

    /// <summary>What could not be measured here, and why.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

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
    public bool Wants(string name, string against) =>
        only is null || $"{name} against {against}".Contains(only, StringComparison.OrdinalIgnoreCase);

    /// <summary>Tells a ratio as soon as there is one, and keeps it.</summary>
    public void Add(Ratio ratio)
    {
        _ratios.Add(ratio);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{ratio.Name} against {ratio.Against}: {ratio.Value:F2} ({ratio.Spread.Least:F2} to {ratio.Spread.Greatest:F2}; {ratio.Subject:F1} and {ratio.Reference:F1} {ratio.Unit}), {ratio.Goal}: {(ratio.IsMet ? "met" : "NOT met")}"
            )
        );
    }

    /// <summary>Says what is not measured, and why.</summary>
    public void LeaveOut(string what, string why)
    {
        _leftOut.Add($"{what}: {why}.");
        output.WriteLine($"left out: {what}: {why}");
    }
}
