using ClientAuth.Credentials;

namespace ClientAuth.Devices.Chains;

/// <summary>The certificate chain of a key before it is issued. A flaw changes its members; the defaults are correct.</summary>
public sealed record EvidenceChain
{
    /// <summary>What the key's certificate says besides the platform's statement.</summary>
    public required CertificateProfile Leaf { get; init; }

    /// <summary>Which certificates carry the platform's statement about the key.</summary>
    public StatementPlace Statement { get; init; } = StatementPlace.Leaf;

    /// <summary>What the intermediate says in place of the real one, which then does not issue.</summary>
    public Func<CertificateProfile, CertificateProfile>? Intermediate { get; init; }

    /// <summary>Whether the certificate of the issuing authority is sent along.</summary>
    public bool SendsIntermediate { get; init; } = true;

    /// <summary>Somebody signs who took the intermediate's name, and has another key.</summary>
    public bool SignedByNamesake { get; init; }

    /// <summary>A key that the platform has attested signs the certificate of another, as if it were an authority.</summary>
    public bool SignedByAttestedKey { get; init; }
}
