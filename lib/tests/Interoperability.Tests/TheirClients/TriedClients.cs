using ClientAuth.Protocol;
using Duende.IdentityModel.Client;
using Interoperability.Tests.Npm;
using Interoperability.Tests.TheirClients.Libraries;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Identity.Client;

namespace Interoperability.Tests.TheirClients;

/// <summary>The clients of other people that are tried with this project's server.</summary>
internal static class TriedClients
{
    private const string NoAttestation = "This library has no client attestation.";
    private const string NoProofs =
        "curl and openssl have no client attestation and no DPoP; that openssl can sign a JWT, `private_key_jwt` shows.";
    private const string OnlyTokens = "MSAL requests tokens and does nothing else.";
    private const string EntraOnly =
        "MSAL authenticates by a certificate in the handshake alone, and binds tokens, only at Microsoft Entra (hosts `login.`).";

    private static readonly Dictionary<string, string> Unattested = new()
    {
        [TokenEndpointAuthMethods.AttestJwtClientAuth] = NoAttestation,
        [TokenEndpointAuthMethods.AttestJwtClientAuthDpop] = NoAttestation,
    };

    public static Column OpenIddictClient { get; } =
        new(
            LibraryVersion.Named("OpenIddict.Client", typeof(OpenIddictClientBuilder)),
            async () => await OpenIddictClientPair.StartAsync(),
            new Dictionary<string, string>(Unattested)
            {
                [TokenEndpointAuthMethods.ClientSecretJwt] =
                    "OpenIddict.Client signs assertions with keys, and keys no MAC with a secret.",
                [Feature.Dpop] = "OpenIddict.Client binds tokens to certificates only.",
                [Feature.PushedRequests] =
                    "OpenIddict.Client pushes a request only on the way to a browser, and this server has no authorization endpoint.",
                [Feature.Registration] = "OpenIddict.Client does not register clients.",
            }
        );

    public static IReadOnlyList<Column> All { get; } =
    [
        new(
            "curl and openssl",
            async () => await CurlPair.StartAsync(),
            new Dictionary<string, string>
            {
                [TokenEndpointAuthMethods.AttestJwtClientAuth] = NoProofs,
                [TokenEndpointAuthMethods.AttestJwtClientAuthDpop] = NoProofs,
                [Feature.Dpop] = NoProofs,
            }
        ),
        OfNpm(NpmFolder.OpenIdClient),
        OfNpm(NpmFolder.Oauth4WebApi),
        new(
            LibraryVersion.Named("Duende.IdentityModel", typeof(TokenClient)),
            async () => await DuendePair.StartAsync(),
            Unattested
        ),
        OpenIddictClient,
        new(
            LibraryVersion.Named("MSAL", typeof(ConfidentialClientApplicationBuilder)),
            async () => await MsalPair.StartAsync(),
            new Dictionary<string, string>(Unattested)
            {
                [TokenEndpointAuthMethods.ClientSecretBasic] = "MSAL sends a secret in the body only.",
                [TokenEndpointAuthMethods.TlsClientAuth] = EntraOnly,
                [TokenEndpointAuthMethods.SelfSignedTlsClientAuth] = EntraOnly,
                [Feature.Dpop] = EntraOnly,
                [Feature.PushedRequests] = OnlyTokens,
                [Feature.Introspection] = OnlyTokens,
                [Feature.Revocation] = OnlyTokens,
                [Feature.Registration] = OnlyTokens,
            }
        ),
    ];

    private static Column OfNpm(string package) =>
        new(NpmFolder.Named(package), async () => await NpmClientPair.StartAsync(package), Unattested);
}
