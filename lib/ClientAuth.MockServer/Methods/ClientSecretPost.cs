using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary><c>client_secret_post</c> (RFC 6749 §2.3.1).</summary>
internal sealed class ClientSecretPost(SecretChecks secrets) : MethodVerifier(TokenEndpointAuthMethods.ClientSecretPost)
{
    public override bool Expects(PresentedCredential credential) => credential is PresentedCredential.BodySecret;

    public override Task<AuthenticatedClient?> VerifyAsync(
        RegisteredClient client,
        PresentedCredential credential,
        CheckTrace trace,
        CancellationToken cancellationToken
    ) => When(credential is PresentedCredential.BodySecret body && secrets.Check(client, body.Secret, trace), client);
}
