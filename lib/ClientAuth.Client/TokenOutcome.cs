using ClientAuth.Protocol;

namespace ClientAuth.Client;

/// <summary>How a token request ended, if the server was reached and understood. A refusal is a value, no exception.</summary>
public abstract record TokenOutcome
{
    private TokenOutcome() { }

    /// <summary>The nonce for the next DPoP proof, where the server gave one; it comes with a refusal as well (RFC 9449 §8).</summary>
    public string? DpopNonce { get; init; }

    /// <summary>What happened, without any credential. Also keeps the set closed: nobody outside can implement it.</summary>
    internal abstract string Summary { get; }

    public sealed override string ToString() => Summary;

    /// <summary>A token was issued (RFC 6749 §5.1).</summary>
    public sealed record Issued(TokenResponse Response) : TokenOutcome
    {
        internal override string Summary => $"Issued: {Response}";
    }

    /// <summary>The server said no (RFC 6749 §5.2).</summary>
    /// <param name="Status">HTTP status, 400 to 499.</param>
    /// <param name="Error">The error code, and what the server cared to add.</param>
    public sealed record Refused(int Status, ErrorResponse Error) : TokenOutcome
    {
        /// <summary>When the server wants to be asked again at the earliest, where it said so (RFC 9110 §10.2.3).</summary>
        public TimeSpan? RetryAfter { get; init; }

        internal override string Summary => $"Refused: {Status} {Error.Error}{Description}{Wait}";

        private string Description => Error.ErrorDescription is { } text ? $" ({text})" : "";

        private string Wait => RetryAfter is { } wait ? $"; ask again after {wait.TotalSeconds:0} s" : "";
    }
}
