using System.Text;
using System.Text.RegularExpressions;

namespace ClientAuth.Visuals.Differences;

/// <summary>
/// What differs between two values, by whole words. The longest common subsequence of the words is what is equal; for values of a few
/// dozen words the textbook's table is enough, so no library is asked.
/// </summary>
internal static partial class ValueDifference
{
    // The table has one entry for each pair of words.
    private const int MostWords = 500;

    // Of two hashes a chance word may be equal; marks around it would say that something was kept.
    private const double LeastEqual = 0.3;

    /// <summary>Both values in fragments.</summary>
    public static (IReadOnlyList<Fragment> Left, IReadOnlyList<Fragment> Right) Between(string left, string right)
    {
        var (ours, theirs) = (Split(left), Split(right));
        if (ours.Length > MostWords || theirs.Length > MostWords)
        {
            return Whole(left, right);
        }

        var (keptLeft, keptRight) = Common(ours, theirs);
        return IsAlike(ours, keptLeft) && IsAlike(theirs, keptRight)
            ? (Fragments(ours, keptLeft), Fragments(theirs, keptRight))
            : Whole(left, right);
    }

    // One mark says what it says, however long it is.
    private static bool IsAlike(string[] words, HashSet<int> kept)
    {
        var letters = words.Index().Where(word => char.IsLetterOrDigit(word.Item[0])).ToList();
        var equal = letters.Where(word => kept.Contains(word.Index)).Sum(word => word.Item.Length);
        return Fragments(words, kept).Count(fragment => fragment.Differs) <= 1
            || equal >= LeastEqual * letters.Sum(word => word.Item.Length);
    }

    /// <summary>Both values as one fragment each, which differs.</summary>
    public static (IReadOnlyList<Fragment> Left, IReadOnlyList<Fragment> Right) Whole(string left, string right) =>
        ([new Fragment(left, Differs: true)], [new Fragment(right, Differs: true)]);

    private static string[] Split(string value) => [.. Words().Matches(value).Select(match => match.Value)];

    private static (HashSet<int> Left, HashSet<int> Right) Common(string[] left, string[] right)
    {
        var longest = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                longest[i, j] =
                    left[i] == right[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        var (ours, theirs) = (new HashSet<int>(), new HashSet<int>());
        for (var (i, j) = (0, 0); i < left.Length && j < right.Length; )
        {
            if (left[i] == right[j])
            {
                ours.Add(i++);
                theirs.Add(j++);
            }
            else if (longest[i + 1, j] >= longest[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return (ours, theirs);
    }

    private static List<Fragment> Fragments(string[] words, HashSet<int> kept)
    {
        List<Fragment> fragments = [];
        var text = new StringBuilder();
        for (var index = 0; index < words.Length; index++)
        {
            text.Append(words[index]);
            if (index + 1 == words.Length || kept.Contains(index) != kept.Contains(index + 1))
            {
                fragments.Add(new Fragment(text.ToString(), !kept.Contains(index)));
                text.Clear();
            }
        }

        return fragments;
    }

    // A NumericDate with its date is one word: which of its digits two times share is chance.
    [GeneratedRegex(@"\d+ \(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\)|[\p{L}\p{N}]+|[^\p{L}\p{N}]", RegexOptions.Singleline)]
    private static partial Regex Words();
}
