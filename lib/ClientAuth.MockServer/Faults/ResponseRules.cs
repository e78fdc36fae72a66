using System.Buffers;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Faults;

/// <summary>What an answer must be for the server to be able to send it (RFC 9110 §5, §15).</summary>
internal static class ResponseRules
{
    private static readonly SearchValues<char> Token = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    );

    // How long the body is and how the connection ends are what other faults are about.
    private static readonly string[] Framing = ["Content-Length", "Transfer-Encoding", "Connection", "Upgrade"];

    /// <exception cref="ArgumentException">It is not; the message names the part.</exception>
    public static void Check(int status, string body, IReadOnlyList<RecordedHeader> headers)
    {
        Require(status is >= 200 and <= 599, $"The status is {status}; an answer has 200 to 599.");
        Require(body.Length == 0 || status is not (204 or 205 or 304), $"An answer with {status} has no body.");
        foreach (var (name, value) in headers)
        {
            Require(
                name.Length > 0 && !name.AsSpan().ContainsAnyExcept(Token),
                "The name of a header has a character that is not allowed there."
            );
            Require(
                !Framing.Contains(name, StringComparer.OrdinalIgnoreCase),
                $"The server sets the header {name} itself; to cut an answer short, use a truncated or reset fault."
            );
            Require(
                value.All(c => c is '\t' or (>= ' ' and <= '~')),
                $"The value of the header {name} has a character outside visible ASCII."
            );
        }
    }

    private static void Require(bool holds, string problem)
    {
        if (!holds)
        {
            throw new ArgumentException(problem);
        }
    }
}
