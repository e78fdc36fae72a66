using System.Security.Cryptography;
using ClientAuth.Protocol;

namespace ClientAuth.Client;

public abstract partial class AssertionSigner
{
    /// <summary>A MAC keyed with the client secret's octets (RFC 7518 §3.2, OpenID Connect Core §10.1).</summary>
    public sealed class Hmac : AssertionSigner
    {
        private readonly ClientSecret _secret;

        /// <exception cref="ArgumentException">The algorithm is no HMAC, or the secret is shorter than its hash.</exception>
        public Hmac(ClientSecret secret, string algorithm, string? keyId = null)
            : base(algorithm, keyId)
        {
            RequireAlgorithm("A client secret");
            _secret = secret;
            var (have, need) = (secret.RevealBytes().Length, int.Parse(algorithm.AsSpan(2), null) / 8);
            if (have < need)
            {
                throw new ArgumentException(
                    $"{algorithm} needs a secret of at least {need} bytes, this one has {have} (RFC 7518 §3.2). Generate a longer one."
                );
            }
        }

        internal override IReadOnlyList<string> AlgorithmsOfKey => SignatureAlgorithms.Symmetric;

        public override byte[] Sign(ReadOnlySpan<byte> signingInput) =>
            CryptographicOperations.HmacData(Hash, _secret.RevealBytes(), signingInput);
    }
}
