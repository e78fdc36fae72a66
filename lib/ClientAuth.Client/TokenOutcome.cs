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

    /// <summary>Reads a token endpoint's response (RFC 6749 §5).</summary>
    /// <exception cref="AuthorizationServerException">The response makes no sense.</exception>
    internal static TokenOutcome Read(ServerResponse response) =>
        response.Status == 200
            ? new Issued(ReadToken(response)) { DpopNonce = response.DpopNonce }
            : new Refused(response.Status, response.ReadError("a token endpoint", "200"))
            {
                RetryAfter = response.RetryAfter,
                DpopNonce = response.DpopNonce,
            };

    private static TokenResponse ReadToken(ServerResponse response)
    {
        var token = response.Read(ProtocolJson.Default.TokenResponse, "a token response (RFC 6749 §5.1)");
        return token switch
        {
            { AccessToken.Length: 0 } or { TokenType.Length: 0 } => throw response.Unusable(
                "with an empty access_token or token_type"
            ),
            { ExpiresIn: < 0 } => throw response.Unusable("with a negative expires_in"),
            _ => token,
        };
    }

    /// <summary>A token was issued (RFC 6749 §5.1).</summary>
    public sealed record Issued(TokenResponse Response) : TokenOutcome
    {
        internal override string Summary => $"Issued: {Response}";
    }

    /// <summary>The server refused the request (RFC 6749 §5.2).</summary>
    /// <param name="Status">HTTP status, 400 to 499.</param>
    /// <param name="Error">The error code, and the description where the server sent one.</param>
    public sealed record Refused(int Status, ErrorResponse Error) : TokenOutcome
    {
        /// <summary>When the server wants to be asked again at the earliest, where it said so (RFC 9110 §10.2.3).</summary>
        public TimeSpan? RetryAfter { get; init; }

        internal override string Summary => $"Refused: {Status} {Error.Error}{Description}{Wait}";

        private string Description => Error.ErrorDescription is { } text ? $" ({text})" : "";

        private string Wait => RetryAfter is { } wait ? $"; ask again after {wait.TotalSeconds:0} s" : "";
    }
}
