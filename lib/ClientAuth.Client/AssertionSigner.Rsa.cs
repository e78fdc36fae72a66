using System.Security.Cryptography;
using ClientAuth.Protocol;

namespace ClientAuth.Client;

public abstract partial class AssertionSigner
{
    /// <summary>RSA, PKCS#1 v1.5 or PSS with a salt as long as the hash (RFC 7518 §3.3, §3.5).</summary>
    public sealed class Rsa : AssertionSigner
    {
        private const int LeastBits = 2048;

        private readonly RSA _key;

        /// <exception cref="ArgumentException">The algorithm is none of RSA's, or the key is too short.</exception>
        public Rsa(RSA privateKey, string algorithm, string? keyId = null)
            : base(algorithm, keyId)
        {
            RequireAlgorithm("An RSA key");
            _key = privateKey;
            if (privateKey.KeySize < LeastBits)
            {
                throw new ArgumentException(
                    $"{algorithm} needs an RSA key of at least {LeastBits} bits, this one has {privateKey.KeySize} (RFC 7518 §3.3)."
                );
            }
        }

        internal override IReadOnlyList<string> AlgorithmsOfKey =>
            [.. SignatureAlgorithms.Asymmetric.Where(name => name[0] is 'R' or 'P')];

        public override byte[] Sign(ReadOnlySpan<byte> signingInput) =>
            _key.SignData(
                signingInput,
                Hash,
                Algorithm[0] is 'P' ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1
            );
    }
}
