using System.Security.Cryptography;
using ClientAuth.Client.Jwt;
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
            EcdsaSignature.RequireCurve(privateKey, algorithm);
        }

        internal override IReadOnlyList<string> AlgorithmsOfKey =>
            [.. SignatureAlgorithms.Asymmetric.Where(name => name[0] is 'E')];

        public override byte[] Sign(ReadOnlySpan<byte> signingInput) => EcdsaSignature.Sign(_key, signingInput, Hash);
    }
}
