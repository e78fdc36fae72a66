using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary><c>client_assertion</c> with its type: a JWT, taken apart and not verified (RFC 7521 §4.2, RFC 7523 §2.2).</summary>
internal sealed class ClientAssertion(DecodedJwt jwt) : PresentedCredential(Words)
{
    private const string Words = "a client assertion";

    public static CredentialReader Reader { get; } =
        CredentialReader.InForm(Words, Read, TokenParameters.ClientAssertionType, TokenParameters.ClientAssertion);

    public DecodedJwt Jwt => jwt;

    /// <summary>The subject, where the issuer is the same; one that contradicts itself names nobody.</summary>
    public override string? ClientId => Subject == jwt.ClaimString("iss") ? Subject : null;

    public override string? Subject => jwt.ClaimString("sub");

    public override Rule? Proof => Rules.Signature;

    public override string? Guessable => IsMac ? "a client assertion with a MAC" : null;

    // Whether it says that a shared secret has made it.
    private bool IsMac => SignatureAlgorithms.Symmetric.Contains(jwt.HeaderString("alg"));

    public override ClientMetadata Decoy(string clientId, DecoyKeys keys) =>
        IsMac
            ? keys.WithSecret(clientId, TokenEndpointAuthMethods.ClientSecretJwt)
            : new()
            {
                ClientId = clientId,
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
                // The key goes by whatever name the assertion gives it, since a key that is not found costs nothing.
                Jwks = new JwkSet
                {
                    Keys = [keys.KeyFor(jwt.HeaderString("alg")) with { Kid = jwt.HeaderString("kid") }],
                },
            };

    private static ClientAssertion? Read(FormRequest request, CheckTrace trace)
    {
        var type = request.Form[TokenParameters.ClientAssertionType];
        var compact = request.Form[TokenParameters.ClientAssertion];
        var isTyped = type == ClientAssertionTypes.JwtBearer && compact is not null;
        trace.Check(
            Rules.AssertionType,
            isTyped,
            $"'{ClientAssertionTypes.JwtBearer}' with client_assertion",
            compact is null ? $"{Quote.Sent(type)} without client_assertion" : Quote.Sent(type)
        );
        return isTyped && JwsChecks.Read(compact, Rules.AssertionFormat, trace) is { } jwt
            ? new ClientAssertion(jwt)
            : null;
    }
}
