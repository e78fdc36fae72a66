using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Client.CredentialFiles;
using ClientAuth.Client.TokenRequests;
using ClientAuth.Protocol;

namespace ClientAuth.Client;

public abstract partial record ClientAuthenticationMethodConfiguration
{
    /// <summary>A certificate whose private key takes part in the TLS handshake (RFC 8705 §2).</summary>
    public sealed record Mtls : ClientAuthenticationMethodConfiguration
    {
        private readonly SslStreamCertificateContext _context;

        /// <param name="clientCertificate">With its private key; stays the caller's to dispose of.</param>
        /// <param name="intermediates">
        /// Certificates of the issuers, without the root, that are sent along. On Windows they stay behind: Schannel sends what it
        /// finds in a certificate store, so .NET adds them to the machine's or the account's store of intermediate authorities.
        /// </param>
        /// <exception cref="ArgumentException">The certificate has no private key.</exception>
        public Mtls(X509Certificate2 clientCertificate, params IReadOnlyList<X509Certificate2> intermediates)
        {
            if (!clientCertificate.HasPrivateKey)
            {
                throw new ArgumentException(
                    $"The certificate '{clientCertificate.Subject}' has no private key; mutual TLS proves possession of it. "
                        + "Load it from a PKCS#12 file."
                );
            }

            ClientCertificate = clientCertificate;
            // Offline: what is sent is what was given, and no download can hold up the handshake.
            _context = SslStreamCertificateContext.Create(clientCertificate, [.. intermediates], offline: true);
        }

        /// <summary>The certificate with its private key.</summary>
        public X509Certificate2 ClientCertificate { get; }

        public override string MethodName =>
            ClientCertificate.SubjectName.RawData.AsSpan().SequenceEqual(ClientCertificate.IssuerName.RawData)
                ? TokenEndpointAuthMethods.SelfSignedTlsClientAuth
                : TokenEndpointAuthMethods.TlsClientAuth;

        internal override SslStreamCertificateContext? CertificateContext => _context;

        /// <summary>Takes the certificate, its key and the intermediates from a PKCS#12 file.</summary>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        /// <exception cref="InvalidDataException">Wrong passphrase, damaged file, or no private key inside; the message says which.</exception>
        public static Mtls FromPkcs12(string pkcs12Filename, string pkcs12Passphrase)
        {
            var certificates = Pkcs12Reader.Read(pkcs12Filename, pkcs12Passphrase);
            return new Mtls(certificates[0], [.. certificates.Skip(1)]);
        }

        // A server cannot know whom to look up from the certificate alone, so client_id is always sent (RFC 8705 §2).
        internal override void Apply(TokenRequestDraft draft)
        {
            draft.Endpoint = draft.Server.MtlsEndpointAliases?.TokenEndpoint ?? draft.Server.TokenEndpoint;
            draft.Add(TokenParameters.ClientId, draft.ClientId);
        }

        internal override void DisposeCredential() => ClientCertificate.Dispose();
    }
}
