using System.Security.Cryptography;
using ClientAuth.Protocol;

namespace ClientAuth.Client;

public abstract partial class AssertionSigner
{
    /// <summary>ECDSA; each algorithm has its one curve (RFC 7518 §3.4).</summary>
    public sealed class Ecdsa : AssertionSigner
    {
        private readonly ECDsa _key;

        /// <exception cref="ArgumentException">The algorithm is none of ECDSA's, or the key is on another curve.</exception>
        public Ecdsa(ECDsa privateKey, string algorithm, string? keyId = null)
            : base(algorithm, keyId)
        {
            RequireAlgorithm("An EC key");
            _key = privateKey;
            var needed = algorithm is SignatureAlgorithms.ES512 ? 521 : int.Parse(algorithm.AsSpan(2), null);
            if (privateKey.KeySize != needed)
            {
                throw new ArgumentException(
                    $"{algorithm} needs a key on P-{needed}, this one is on a curve of {privateKey.KeySize} bits (RFC 7518 §3.4)."
                );
            }
        }

        internal override IReadOnlyList<string> AlgorithmsOfKey =>
            [.. SignatureAlgorithms.Asymmetric.Where(name => name[0] is 'E')];

        // JWS wants R and S side by side at full width, not the DER form that most tools write.
        public override byte[] Sign(ReadOnlySpan<byte> signingInput)
        {
            // Keys promise nothing about threads, and a device's key makes proofs and assertions: its lock is the key itself.
            lock (_key)
            {
                return _key.SignData(signingInput, Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
            }
        }
    }
}
