using System.Security.Cryptography.X509Certificates;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Reading;

/// <summary>
/// What a client presented, read and not yet believed. Classes rather than records: some hold a secret, and a record prints
/// itself. All cases are nested here.
/// </summary>
internal abstract class PresentedCredential(string mechanism)
{
    /// <summary>In words, for a trace.</summary>
    public string Mechanism => mechanism;

    /// <summary>Whom the credential itself names, or null where it names nobody.</summary>
    public virtual string? ClientId => null;

    /// <summary>Nothing but, perhaps, a <c>client_id</c>.</summary>
    public sealed class None() : PresentedCredential("no credential");

    /// <summary>Identifier and secret from the <c>Authorization</c> header (RFC 6749 §2.3.1).</summary>
    public sealed class Basic(string clientId, string secret)
        : PresentedCredential("a secret in the Authorization header")
    {
        public override string? ClientId => clientId;

        public string Secret => secret;
    }

    /// <summary>A secret from the body (RFC 6749 §2.3.1).</summary>
    public sealed class BodySecret(string secret) : PresentedCredential("a secret in the request body")
    {
        public string Secret => secret;
    }

    /// <summary>A JWT, taken apart and not verified (RFC 7523 §2.2).</summary>
    public sealed class Assertion(DecodedJwt jwt) : PresentedCredential("a client assertion")
    {
        public DecodedJwt Jwt => jwt;

        /// <summary>The subject, where the issuer is the same; one that contradicts itself names nobody.</summary>
        public override string? ClientId => Subject == jwt.ClaimString("iss") ? Subject : null;

        /// <summary>Whether it says that a shared secret has made it.</summary>
        public bool IsMac => SignatureAlgorithms.Symmetric.Contains(jwt.HeaderString("alg"));

        public string? Subject => jwt.ClaimString("sub");
    }

    /// <summary>What an attester says of the client, and the client's own proof, neither verified (draft-ietf-oauth-attestation-based-client-auth §7).</summary>
    /// <param name="jwt">The attestation.</param>
    /// <param name="pop">The proof of possession; null where a DPoP proof takes its place.</param>
    /// <param name="incoming">The request, for which a DPoP proof must be made.</param>
    public sealed class Attestation(DecodedJwt jwt, DecodedJwt? pop, IncomingRequest incoming)
        : PresentedCredential(pop is null ? "a client attestation with a DPoP proof" : "a client attestation")
    {
        public DecodedJwt Jwt => jwt;

        public DecodedJwt? Pop => pop;

        public IncomingRequest Incoming => incoming;

        public override string? ClientId => jwt.ClaimString("sub");
    }

    /// <summary>A certificate from the TLS handshake, and what was sent above it (RFC 8705 §2).</summary>
    public sealed class Certificate(X509Certificate2 leaf, X509Certificate2Collection intermediates)
        : PresentedCredential("a client certificate")
    {
        public X509Certificate2 Leaf => leaf;

        public X509Certificate2Collection Intermediates => intermediates;
    }
}
