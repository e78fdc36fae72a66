using ClientAuth.Protocol;

namespace ClientAuth.Client.Attestation;

/// <summary>How a request for a Client Attestation Token ended, if the server was reached and understood.</summary>
public abstract record AttestationOutcome
{
    private AttestationOutcome() { }

    /// <summary>What happened, without any token. Also keeps the set closed: nobody outside can implement it.</summary>
    internal abstract string Summary { get; }

    public sealed override string ToString() => Summary;

    /// <summary>The server accepts what the platform said.</summary>
    public sealed record Attested(ClientAttestationToken Token) : AttestationOutcome
    {
        internal override string Summary => $"Attested: {Token}";
    }

    /// <summary>The server said no.</summary>
    /// <param name="Status">HTTP status, 400 to 499.</param>
    /// <param name="Error">The error code, and what the server cared to add.</param>
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
