namespace ClientAuth.Protocol;

/// <summary>Names under which credentials and tokens travel. What stands under one of them is shortened in a view, and kept out of a trace.</summary>
public static class CredentialNames
{
    private static readonly string[] Members =
    [
        TokenParameters.ClientSecret,
        TokenParameters.ClientAssertion,
        TokenParameters.SubjectToken,
        TokenParameters.ActorToken,
        "access_token",
        "refresh_token",
        "id_token",
        "registration_access_token",
        "client_attestation_token",
        "software_statement",
        "token",
        "assertion",
        "password",
        "code",
        "code_verifier",
    ];

    private static readonly string[] Headers =
    [
        "Authorization",
        "Proxy-Authorization",
        "Cookie",
        "Set-Cookie",
        ProofHeaders.Dpop,
        ProofHeaders.ClientAttestation,
        ProofHeaders.ClientAttestationPop,
    ];

    /// <summary>Whether a form parameter or JSON member of this name carries a credential; near misses in case or spaces count.</summary>
    public static bool IsMember(string name) => Members.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an HTTP header field of this name carries a credential; near misses in case or spaces count.</summary>
    public static bool IsHeader(string name) => Headers.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase);
}
