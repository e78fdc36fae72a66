using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Client;

public abstract partial record ServerTrust
{
    /// <summary>Trusts every server whose certificate leads to one of the anchors; the machine's own store is left out (RFC 5280 §6.1).</summary>
    public sealed record TrustStore : ServerTrust
    {
        /// <exception cref="ArgumentException">There is no anchor.</exception>
        public TrustStore(params IReadOnlyList<X509Certificate2> anchors)
        {
            Anchors =
                anchors.Count > 0
                    ? anchors
                    : throw new ArgumentException(
                        "A trust store needs at least one anchor; an empty one trusts no server."
                    );
        }

        /// <summary>The certificates in which a chain may end.</summary>
        public IReadOnlyList<X509Certificate2> Anchors { get; }

        private protected override IReadOnlyList<X509Certificate2> ChainEnds => Anchors;

        /// <summary>Takes the anchors from a PEM file.</summary>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        /// <exception cref="InvalidDataException">The file holds no certificate.</exception>
        public static TrustStore FromPem(string serverPemFilename)
        {
            if (!File.Exists(serverPemFilename))
            {
                throw new FileNotFoundException(
                    $"The PEM file '{serverPemFilename}' does not exist.",
                    serverPemFilename
                );
            }

            X509Certificate2Collection anchors = [];
            try
            {
                anchors.ImportFromPemFile(serverPemFilename);
            }
            catch (CryptographicException error)
            {
                throw new InvalidDataException(
                    $"'{serverPemFilename}' holds a certificate that cannot be read.",
                    error
                );
            }

            return anchors.Count > 0
                ? new TrustStore([.. anchors])
                : throw new InvalidDataException($"'{serverPemFilename}' holds no certificate in PEM form.");
        }

        private protected override string Expectation(string host) =>
            $"a chain to {string.Join(" or ", Anchors.Select(anchor => $"'{anchor.Subject}'"))}";

        private protected override string? ProblemWithKey(string host, byte[] hash) => null;
    }
}
