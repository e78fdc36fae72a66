using ClientAuth.Client.TokenRequests;
using ClientAuth.Protocol;

namespace ClientAuth.Client.Attestation;

/// <summary>How a request for a Client Attestation Token ended, if the server was reached and understood.</summary>
public abstract record AttestationOutcome
{
    private AttestationOutcome() { }

    /// <summary>What happened, without any token. Also keeps the set closed: nobody outside can implement it.</summary>
    internal abstract string Summary { get; }

    public sealed override string ToString() => Summary;

    /// <summary>Reads an attestation endpoint's response.</summary>
    /// <param name="response">What the endpoint sent.</param>
    /// <param name="asked">When the request was sent; the token's lifetime is counted from here.</param>
    /// <exception cref="AuthorizationServerException">The response makes no sense.</exception>
    internal static AttestationOutcome Read(ServerResponse response, DateTimeOffset asked)
    {
        if (response.Status != 200)
        {
            return new Refused(response.Status, response.ReadError("an attestation endpoint", "200"))
            {
                Challenge = response.Challenge,
                RetryAfter = response.RetryAfter,
            };
        }

        var attested = response.Read(
            ProtocolJson.Default.ClientAttestationTokenResponse,
            "a Client Attestation Token response"
        );
        return attested is { ClientAttestationToken: { Length: > 0 } token, ExpiresIn: >= 0 and var seconds }
            ? new Attested(new ClientAttestationToken(token, asked + TokenLifetime.Of(seconds)))
            : throw response.Unusable("with an empty client_attestation_token or a negative expires_in");
    }

    /// <summary>The server accepted the platform's attestation and issued a Client Attestation Token.</summary>
    public sealed record Attested(ClientAttestationToken Token) : AttestationOutcome
    {
        internal override string Summary => $"Attested: {Token}";
    }

    /// <summary>The server refused the request.</summary>
    /// <param name="Status">HTTP status, 400 to 499.</param>
    /// <param name="Error">The error code, and the description where the server sent one.</param>
    public sealed record Refused(int Status, ErrorResponse Error) : AttestationOutcome
    {
        /// <summary>The challenge that the next attempt must answer, where the server gave one.</summary>
        public string? Challenge { get; init; }

        /// <summary>When the server wants to be asked again at the earliest, where it said so (RFC 9110 §10.2.3).</summary>
        public TimeSpan? RetryAfter { get; init; }

        internal override string Summary =>
            $"Refused: {Status} {Error.Error}{(Error.ErrorDescription is { } text ? $" ({text})" : "")}";
    }
}
