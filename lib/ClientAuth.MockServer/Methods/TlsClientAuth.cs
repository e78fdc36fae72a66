using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary><c>tls_client_auth</c>: a certificate from a trusted authority that names the client (RFC 8705 §2.1).</summary>
internal sealed class TlsClientAuth(CertificateChecks certificates)
    : MethodVerifier(TokenEndpointAuthMethods.TlsClientAuth, ClientCertificate.Reader)
{
    public override bool Expects(PresentedCredential credential) => credential is ClientCertificate or NoCredential;

    public override Task<AuthenticatedClient?> VerifyAsync(
        RegisteredClient client,
        PresentedCredential credential,
        CheckTrace trace,
        CancellationToken cancellationToken
    ) =>
        When(
            ClientCertificate.Take(credential, trace) is { } presented
                && certificates.Check(presented, trace, client.Metadata) is not null
                && SubjectChecks.Check(client.Metadata, presented.Leaf, trace),
            client
        );
}
