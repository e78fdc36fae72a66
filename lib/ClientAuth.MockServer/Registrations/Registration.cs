using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>What a client's registration must hold for its method. A mistake here is the operator's, so it is an exception.</summary>
internal static class Registration
{
    /// <exception cref="ArgumentException">Something is missing or wrong; the message names client and field.</exception>
    public static void Check(ClientMetadata client, int minimumRsaKeySize)
    {
        if (client.ClientId is "" || !VisibleCharacters.Only(client.ClientId))
        {
            throw Wrong(client, "client_id", "must be printable ASCII and not empty");
        }

        switch (client.TokenEndpointAuthMethod)
        {
            case TokenEndpointAuthMethods.None:
                break;
            case TokenEndpointAuthMethods.ClientSecretBasic or TokenEndpointAuthMethods.ClientSecretPost:
                RegisteredSecret.Check(client);
                break;
            case TokenEndpointAuthMethods.ClientSecretJwt:
                CheckAlgorithm(client, SignatureAlgorithms.Symmetric);
                RegisteredSecret.CheckAsMacKey(client);
                break;
            case TokenEndpointAuthMethods.PrivateKeyJwt:
                CheckAlgorithm(client, SignatureAlgorithms.Asymmetric);
                RegisteredKeys.Check(client, minimumRsaKeySize);
                break;
            case TokenEndpointAuthMethods.TlsClientAuth:
                RegisteredSubject.Check(client);
                break;
            case TokenEndpointAuthMethods.SelfSignedTlsClientAuth:
                RegisteredCertificates.Check(client);
                break;
            case var method:
                throw Wrong(client, "token_endpoint_auth_method", $"'{method}' is no method of this server");
        }
    }

    public static ArgumentException Wrong(ClientMetadata client, string field, string problem) =>
        new($"Client '{client.ClientId}': {field} {problem}.");

    private static void CheckAlgorithm(ClientMetadata client, IReadOnlyList<string> allowed)
    {
        if (client.TokenEndpointAuthSigningAlg is { } alg && !allowed.Contains(alg))
        {
            throw Wrong(
                client,
                "token_endpoint_auth_signing_alg",
                $"'{alg}' does not fit {client.TokenEndpointAuthMethod}; use one of {string.Join(", ", allowed)}"
            );
        }
    }
}
