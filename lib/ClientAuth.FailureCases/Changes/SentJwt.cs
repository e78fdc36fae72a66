namespace ClientAuth.FailureCases.Changes;

/// <summary>Which of the JWTs that a request can hold a change is for.</summary>
public enum SentJwt
{
    /// <summary>The client assertion.</summary>
    Assertion,

    /// <summary>The DPoP proof.</summary>
    Dpop,

    /// <summary>What an attester says of the client.</summary>
    Attestation,

    /// <summary>The attested client's own proof.</summary>
    AttestationPop,
}
