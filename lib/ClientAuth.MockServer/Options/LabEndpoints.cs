using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Options;

/// <summary>
/// Endpoints below <c>/lab/</c> that script faults, show exchanges and move the clock, for whoever cannot reach the server's
/// objects. They are there only where the options hold one of these, and for whoever knows its token.
/// </summary>
public sealed class LabEndpoints
{
    private const int ShortestToken = 32;

    /// <param name="token">What a request must bring as a bearer token (RFC 6750 §2.1): at least 32 characters, of those that stand in a URL.</param>
    /// <param name="moveClock">Moves the clock of the options; null where it cannot be moved, and then <c>/lab/clock</c> is not there.</param>
    /// <exception cref="ArgumentException">The token is too short, or is none.</exception>
    public LabEndpoints(ClientSecret token, Action<TimeSpan>? moveClock = null)
    {
        if (token.Reveal() is { Length: < ShortestToken } || !token.Reveal().All(IsOfToken))
        {
            throw new ArgumentException(
                $"The lab's token needs at least {ShortestToken} letters, digits, '-', '.', '_' or '~'.",
                nameof(token)
            );
        }

        Token = token;
        MoveClock = moveClock;
    }

    internal ClientSecret Token { get; }

    internal Action<TimeSpan>? MoveClock { get; }

    private static bool IsOfToken(char c) =>
        char.IsAsciiLetterOrDigit(c) || "-._~".Contains(c, StringComparison.Ordinal);
}
