namespace ClientAuth.FailureCases.Jwts;

/// <summary>The JWTs that a request can hold.</summary>
public enum JwtKind
{
    /// <summary>The client assertion.</summary>
    Assertion,

    /// <summary>The DPoP proof.</summary>
    Dpop,

    /// <summary>The attester's client attestation.</summary>
    Attestation,

    /// <summary>The attested client's proof of possession of its key.</summary>
    AttestationPop,
}
