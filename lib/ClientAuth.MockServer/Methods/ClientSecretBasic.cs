using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary><c>client_secret_basic</c> (RFC 6749 §2.3.1).</summary>
internal sealed class ClientSecretBasic(SecretChecks secrets)
    : MethodVerifier(TokenEndpointAuthMethods.ClientSecretBasic)
{
    public override bool Expects(PresentedCredential credential) => credential is PresentedCredential.Basic;

    public override Task<AuthenticatedClient?> VerifyAsync(
        RegisteredClient client,
        PresentedCredential credential,
        Trail trail,
        CancellationToken cancellationToken
    ) => When(credential is PresentedCredential.Basic basic && secrets.Check(client, basic.Secret, trail), client);
}
