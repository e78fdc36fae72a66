using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary><c>client_secret_post</c> (RFC 6749 §2.3.1).</summary>
internal sealed class ClientSecretPost(SecretChecks secrets)
    : MethodVerifier(TokenEndpointAuthMethods.ClientSecretPost, BodySecret.Reader)
{
    public override bool Expects(PresentedCredential credential) => credential is BodySecret;

    public override Task<AuthenticatedClient?> VerifyAsync(
        RegisteredClient client,
        PresentedCredential credential,
        CheckTrace trace,
        CancellationToken cancellationToken
    ) => When(credential is BodySecret body && secrets.Check(client, body.Secret, trace), client);
}

/// <summary>A secret from the body (RFC 6749 §2.3.1).</summary>
internal sealed class BodySecret(string secret) : PresentedCredential(Words)
{
    private const string Words = "a secret in the request body";

    public static CredentialReader Reader { get; } = CredentialReader.InForm(Words, Read, TokenParameters.ClientSecret);

    public override Rule? Proof => Rules.SecretValue;

    public override string? Guessable => Mechanism;

    public string Secret => secret;

    public override ClientMetadata Decoy(string clientId, DecoyKeys keys) =>
        keys.WithSecret(clientId, TokenEndpointAuthMethods.ClientSecretPost);

    private static BodySecret? Read(FormRequest request, CheckTrace trace)
    {
        var secret = request.Form[TokenParameters.ClientSecret]!;
        var isVisible = VisibleCharacters.Only(secret);
        trace.Check(
            Rules.SecretFormat,
            isVisible,
            "printable ASCII",
            isVisible ? $"{secret.Length} characters" : "a character outside printable ASCII"
        );
        return isVisible ? new BodySecret(secret) : null;
    }
}
