namespace Ratios.Results;

/// <summary>Measures two things in turns, so that whatever else the machine does falls on both alike.</summary>
internal static class Interleaved
{
    /// <summary>The figures of so many pairs of rounds. One pair before them warms both up and is not counted.</summary>
    public static IReadOnlyList<Pair> Pairs(int rounds, Func<double> subject, Func<double> reference)
    {
        var pairs = new List<Pair>();
        for (var round = 0; round <= rounds; round++)
        {
            // Who comes first changes, so that what the first leaves behind falls on both alike, too.
            var (one, other) = round % 2 == 0 ? (subject(), reference()) : Swapped(reference(), subject());
            if (round > 0)
            {
                pairs.Add(new Pair(one, other));
            }
        }

        return pairs;
    }

    private static (double Subject, double Reference) Swapped(double reference, double subject) => (subject, reference);
}
