using System.Globalization;

namespace NotebookEngine.Outputs;

/// <summary>
/// How much of what one cell puts out is kept: nine tenths for the first of it, one for the last. Printed text weighs ten
/// times as much as the text of values, for a notebook keeps each of its lines as an element, and pictures are long.
/// </summary>
/// <param name="Characters">Of printed text, in UTF-16 units; of values ten times as many.</param>
public sealed record OutputLimit(int Characters)
{
    /// <summary>A million characters: more than a person reads, less than a front end chokes on.</summary>
    public static readonly OutputLimit Default = new(1_000_000);

    /// <summary>The smallest that keeps a line or two at either end.</summary>
    public const int Fewest = 1000;

    /// <summary>How many values are shown: each is an element of its own in a page.</summary>
    public const int Values = 1000;

    /// <summary>What a character of printed text weighs; one of a value weighs 1.</summary>
    internal const int TextWeight = 10;

    internal const int LastValues = Values / 10;

    internal const int FirstValues = Values - LastValues;

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"a cell may print {Characters:N0} characters, or show {Values:N0} values of {10L * Characters:N0} characters in all"
        );
}
