using System.Security.Cryptography;
using System.Text;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Registrations;

namespace ClientAuth.MockServer.Methods;

/// <summary>
/// Ends the guessing of secrets (RFC 6749 §2.3.1): after so many failures a client's secret is not accepted, right or wrong,
/// until the window is over. Counted by client and mechanism. So whoever knows a client's identifier can shut the one mechanism
/// that is guessed at, and no other: a client with a key or a certificate, which nobody can guess, is never shut out. That a client
/// with a secret can be is the price; a server on a real network would count by address as well, and here there is but one.
/// </summary>
internal sealed class FailureThrottle(RegisteredClients clients, TimeProvider clock, int limit, TimeSpan window)
{
    // Unknown identifiers are throttled too, or the throttle would tell who exists; but they are without number.
    private const int UnknownClients = 10_000;

    private readonly FailureWindows _known = new(clock, window, limit, int.MaxValue);
    private readonly FailureWindows _unknown = new(clock, window, limit, UnknownClients);

    /// <summary>
    /// Whether the attempt may be answered for what it is. Asked once it is verified, so that its outcome is counted in the same
    /// step. Whoever has proven the secret and fails for another reason guesses nothing and is not counted. A success does not
    /// reset the count: while its client is at work, an attacker could guess without end.
    /// </summary>
    /// <param name="clientId">Whom the request names.</param>
    /// <param name="mechanism">What was guessed at, in words: <see cref="PresentedCredential.Guessable"/>.</param>
    /// <param name="proven">Whether the secret was right.</param>
    /// <param name="trace">Where the check leaves its line.</param>
    public bool Admit(string clientId, string mechanism, bool proven, CheckTrace trace)
    {
        var windows = clients.Find(clientId) is null ? _unknown : _known;
        var key = Key(mechanism, clientId);
        var before = windows.Failures(key);
        var shut = windows.Settle(key, failed: !proven);
        return trace.Check(
            Rules.ClientNotThrottled with
            {
                RetryAfter = shut,
            },
            shut is null,
            $"fewer than {limit} wrong attempts with {mechanism} within {window:c}",
            shut is { } rest ? $"{limit}; judged again in {Quote.WholeSeconds(rest):c}" : $"{before}"
        );
    }

    // Of one length, since an identifier can be as long as a request.
    private static string Key(string mechanism, string clientId) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{mechanism}: {clientId}")));
}
