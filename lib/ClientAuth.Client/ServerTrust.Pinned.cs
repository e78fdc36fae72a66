using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Client;

public abstract partial record ServerTrust
{
    /// <summary>Trusts a server whose public key is pinned for its host; the pin takes the place of an authority, and of nothing else.</summary>
    public sealed record Pinned : ServerTrust
    {
        /// <exception cref="ArgumentException">There is no pin.</exception>
        public Pinned(params IReadOnlyList<KeyPinning> pinnings)
        {
            Pinnings =
                pinnings.Count > 0
                    ? pinnings
                    : throw new ArgumentException(
                        "Pinning needs at least one pin; without a pin, no server is trusted."
                    );
        }

        /// <summary>The pins; one of them must match the host and its key.</summary>
        public IReadOnlyList<KeyPinning> Pinnings { get; }

        private protected override X509ChainStatusFlags Tolerated =>
            X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain;

        private protected override string Expectation(string host)
        {
            var hashes = Pinnings.Where(one => one.IsFor(host)).Select(one => one.PublicKeyHash).ToArray();
            return hashes.Length > 0
                ? $"the public-key hash {string.Join(" or ", hashes)}"
                : $"a pin for '{host}', and there are pins for {string.Join(", ", Pinnings.Select(one => one.Hostname).Distinct())} only";
        }

        private protected override string? ProblemWithKey(string host, byte[] hash) =>
            Pinnings.Any(one => one.IsFor(host) && one.Matches(hash)) ? null : "its key is not pinned for this host";
    }
}
