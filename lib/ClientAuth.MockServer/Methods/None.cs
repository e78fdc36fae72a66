using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary><c>none</c>: the client is identified and proves nothing (RFC 6749 §2.1). What it may do is the grant's question.</summary>
internal sealed class None() : MethodVerifier(TokenEndpointAuthMethods.None)
{
    public override bool Expects(PresentedCredential credential) => credential is NoCredential or ClientCertificate;

    public override Task<AuthenticatedClient?> VerifyAsync(
        RegisteredClient client,
        PresentedCredential credential,
        CheckTrace trace,
        CancellationToken cancellationToken
    ) => When(Expects(credential), client);
}
