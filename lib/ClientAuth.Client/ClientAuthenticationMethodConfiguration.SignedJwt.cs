using System.Security.Cryptography;
using ClientAuth.Client.CredentialFiles;
using ClientAuth.Client.TokenRequests;
using ClientAuth.Protocol;

namespace ClientAuth.Client;

public abstract partial record ClientAuthenticationMethodConfiguration
{
    /// <summary>A short-lived JWT that only the holder of the key can make (RFC 7523 §2.2).</summary>
    public abstract record SignedJwt : ClientAuthenticationMethodConfiguration
    {
        private SignedJwt(AssertionSigner signer) => Signer = signer;

        /// <summary>The key and the algorithm that sign each assertion.</summary>
        public AssertionSigner Signer { get; }

        /// <summary>From <c>iat</c> to <c>exp</c>. Short, because until then a stolen assertion is good for one use.</summary>
        public TimeSpan Lifetime { get; init; } = ClientAssertionBuilder.DefaultLifetime;

        /// <summary>Changes each assertion before it is signed, so that a lesson can break exactly one part of it.</summary>
        public Func<ClientAssertionBuilder, ClientAssertionBuilder>? Alter { get; init; }

        /// <summary>An assertion for one request to the server that <paramref name="audience"/> names, its issuer identifier.</summary>
        public ClientAssertion CreateAssertion(string clientId, string audience, TimeProvider clock, string jti)
        {
            var assertion = ClientAssertionBuilder.For(clientId, audience, Signer, clock, jti, Lifetime);
            return (Alter?.Invoke(assertion) ?? assertion).Build();
        }

        // Abstract once more: otherwise this half of the set would be open, as every record can be copied from outside.
        internal abstract override void Apply(TokenRequestDraft draft);

        private void AddAssertion(TokenRequestDraft draft)
        {
            var assertion = CreateAssertion(draft.ClientId, draft.Server.Issuer, draft.Clock, draft.NewJti());
            draft.Add(TokenParameters.ClientAssertionType, ClientAssertionTypes.JwtBearer);
            draft.Add(TokenParameters.ClientAssertion, assertion.Compact);
        }

        /// <summary>HMAC keyed with the client secret, which the server holds as well (RFC 7518 §3.2).</summary>
        public sealed record Symmetric : SignedJwt
        {
            /// <exception cref="ArgumentException">The algorithm is no HMAC, or the secret is shorter than its hash.</exception>
            public Symmetric(ClientSecret secret, string signatureAlgorithm = SignatureAlgorithms.HS256)
                : base(new AssertionSigner.Hmac(secret, signatureAlgorithm)) { }

            public override string MethodName => TokenEndpointAuthMethods.ClientSecretJwt;

            internal override void Apply(TokenRequestDraft draft) => AddAssertion(draft);
        }

        /// <summary>RSA or ECDSA: the server holds the public key only (RFC 7518 §3.3 to §3.5).</summary>
        public sealed record Asymmetric : SignedJwt
        {
            /// <param name="privateKey">RSA or ECDsa; stays the caller's to dispose of.</param>
            /// <param name="signatureAlgorithm">One of <see cref="SignatureAlgorithms.Asymmetric"/>.</param>
            /// <param name="keyId">The <c>kid</c> of the registered public key; null leaves it out.</param>
            /// <exception cref="ArgumentException">Key and algorithm do not belong together; the message says why.</exception>
            public Asymmetric(AsymmetricAlgorithm privateKey, string signatureAlgorithm, string? keyId = null)
                : base(AssertionSigner.ForKey(privateKey, signatureAlgorithm, keyId)) { }

            public override string MethodName => TokenEndpointAuthMethods.PrivateKeyJwt;

            /// <summary>Takes the private key from a PEM file that is not encrypted.</summary>
            /// <exception cref="ArgumentException">The algorithm does not sign with a private key, or the key does not fit it.</exception>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="InvalidDataException">The file holds no private key of the algorithm's kind.</exception>
            public static Asymmetric FromPem(string pemFilename, string signatureAlgorithm, string? keyId = null) =>
                SignatureAlgorithms.Asymmetric.Contains(signatureAlgorithm)
                    ? new(PemKeyReader.Read(pemFilename, signatureAlgorithm), signatureAlgorithm, keyId)
                    : throw new ArgumentException(
                        $"'{signatureAlgorithm}' does not sign with a private key; use one of {string.Join(", ", SignatureAlgorithms.Asymmetric)}."
                    );

            internal override void Apply(TokenRequestDraft draft) => AddAssertion(draft);
        }
    }
}
