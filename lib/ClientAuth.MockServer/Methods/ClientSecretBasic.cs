using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary><c>client_secret_basic</c> (RFC 6749 §2.3.1).</summary>
/// <param name="secrets">Compare the secret.</param>
/// <param name="orInBody">Whether the secret may come in the body, too.</param>
internal sealed class ClientSecretBasic(SecretChecks secrets, bool orInBody)
    : MethodVerifier(TokenEndpointAuthMethods.ClientSecretBasic)
{
    public override bool Expects(PresentedCredential credential) => Secret(credential) is not null;

    public override Task<AuthenticatedClient?> VerifyAsync(
        RegisteredClient client,
        PresentedCredential credential,
        CheckTrace trace,
        CancellationToken cancellationToken
    ) => When(Secret(credential) is { } secret && secrets.Check(client, secret, trace), client);

    private string? Secret(PresentedCredential credential) =>
        credential switch
        {
            PresentedCredential.Basic basic => basic.Secret,
            PresentedCredential.BodySecret body when orInBody => body.Secret,
            _ => null,
        };
}
