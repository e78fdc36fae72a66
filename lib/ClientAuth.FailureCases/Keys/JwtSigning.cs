namespace ClientAuth.FailureCases.Keys;

/// <summary>How a JWT is signed: a client assertion, a proof, an attestation or a token.</summary>
/// <param name="Alg">The algorithm that is used, whatever the header says.</param>
/// <param name="KeyName">The name of an asymmetric key; see <see cref="CaseKeys"/>.</param>
/// <param name="MacKey">The key of a MAC.</param>
/// <param name="SaltLength">Octets of salt for PS256, where they are not as many as the hash has.</param>
internal sealed record JwtSigning(string Alg, string KeyName, MacKey MacKey = MacKey.Secret, int? SaltLength = null);
