using ClientAuth.FailureCases.Keys;
using ClientAuth.MockServer;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Fixtures;

/// <summary>What the server of a case lets devices register: a template for each method, and software of one publisher.</summary>
internal static class RegistrationOffer
{
    public const string Publisher = "https://publisher.example";

    /// <param name="options">The server so far.</param>
    /// <param name="mainClientId">The client that opens the templates.</param>
    /// <param name="keys">The fixture's keys, the publisher's among them.</param>
    public static AuthorizationServerOptions Apply(
        AuthorizationServerOptions options,
        string mainClientId,
        CaseKeys keys
    ) =>
        options with
        {
            Registration = options.Registration with
            {
                ClientTemplates =
                [
                    Template("device-secret", TokenEndpointAuthMethods.ClientSecretBasic, mainClientId, "client_name"),
                    Template("device-key", TokenEndpointAuthMethods.PrivateKeyJwt, mainClientId, "client_name", "jwks"),
                    Template(
                        "device-certificate",
                        TokenEndpointAuthMethods.SelfSignedTlsClientAuth,
                        mainClientId,
                        "client_name",
                        "jwks"
                    ),
                    Template(
                        "device-of-public",
                        TokenEndpointAuthMethods.ClientSecretBasic,
                        "client-none",
                        "client_name"
                    ),
                    Template("device-of-nobody", TokenEndpointAuthMethods.ClientSecretBasic, "nobody", "client_name"),
                    Template(
                        "device-of-other",
                        TokenEndpointAuthMethods.ClientSecretBasic,
                        "other-client-secret-basic",
                        "client_name"
                    ),
                ],
                SoftwareStatementIssuers =
                [
                    new SoftwareStatementIssuer
                    {
                        Issuer = Publisher,
                        Keys = new JwkSet { Keys = [keys.PublicJwk(CaseKeys.Publisher)] },
                        ApprovedSoftwareIds = ["approved-app", "device-key"],
                    },
                ],
            },
        };

    private static ClientTemplate Template(
        string id,
        string method,
        string mainClientId,
        params string[] setByDevice
    ) =>
        new()
        {
            Client = new ClientMetadata
            {
                ClientId = id,
                TokenEndpointAuthMethod = method,
                GrantTypes = [GrantTypes.ClientCredentials],
                Scope = "read",
            },
            AuthenticateClientBy = mainClientId,
            SetByDevice = setByDevice,
        };
}
