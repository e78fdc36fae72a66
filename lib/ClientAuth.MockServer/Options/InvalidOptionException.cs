using System.Runtime.CompilerServices;

namespace ClientAuth.MockServer.Options;

/// <summary>An option is out of its range or contradicts another, so the server does not start; the message names it.</summary>
public sealed class InvalidOptionException : ArgumentException
{
    // Room enough for every lesson, and far from where adding to a date overflows.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <param name="option">The name of the option.</param>
    /// <param name="message">The name again, what is wrong, and what it must be.</param>
    /// <param name="cause">What said so, if anything did.</param>
    internal InvalidOptionException(string option, string message, Exception? cause = null)
        : base(message, cause) => Option = option;

    /// <summary>The name of the option.</summary>
    public string Option { get; }

    internal static void ThrowUnlessWithin<T>(
        T value,
        T least,
        T most,
        [CallerArgumentExpression(nameof(value))] string option = ""
    )
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            throw new InvalidOptionException(option, $"{option} is {value}; it must be {least} to {most}.");
        }
    }

    /// <summary>For what lasts a second to a year.</summary>
    internal static void ThrowUnlessLasting(
        TimeSpan value,
        [CallerArgumentExpression(nameof(value))] string option = ""
    ) => ThrowUnlessWithin(value, TimeSpan.FromSeconds(1), Longest, option);

    /// <summary>For a difference between clocks, of up to a year.</summary>
    internal static void ThrowUnlessSkew(
        TimeSpan value,
        [CallerArgumentExpression(nameof(value))] string option = ""
    ) => ThrowUnlessWithin(value, TimeSpan.Zero, Longest, option);
}
