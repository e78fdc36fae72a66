using System.Text;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>What an operator alone chooses, identifier and secret: a client that registers itself gets both from the server.</summary>
internal static class OperatorsChoice
{
    // The end of the year 9999, the last that DateTimeOffset can hold.
    private const long LastSecond = 253402300799;

    /// <exception cref="InvalidRegistrationException">The identifier or the secret is missing or wrong; the message names client and field.</exception>
    public static void Require(ClientMetadata client)
    {
        if (client.ClientId is "" || !VisibleCharacters.Only(client.ClientId))
        {
            throw Wrong(client, "client_id must be printable ASCII and not empty");
        }

        switch (client.TokenEndpointAuthMethod)
        {
            case TokenEndpointAuthMethods.ClientSecretBasic or TokenEndpointAuthMethods.ClientSecretPost:
                RequireSecret(client);
                break;
            case TokenEndpointAuthMethods.ClientSecretJwt:
                RequireSecret(client);
                RequireMacKey(client);
                break;
        }
    }

    public static InvalidRegistrationException Wrong(ClientMetadata client, string problem, string? check = null) =>
        new($"Client '{client.ClientId}': {problem}.", check);

    private static void RequireSecret(ClientMetadata client)
    {
        if (client.ClientSecret is not { Length: > 0 } secret)
        {
            throw Wrong(client, $"client_secret is needed for {client.TokenEndpointAuthMethod}");
        }

        if (!VisibleCharacters.Only(secret))
        {
            throw Wrong(client, "client_secret must be printable ASCII (RFC 6749 Appendix A.2)");
        }

        if (client.ClientSecretExpiresAt is < 0 or > LastSecond)
        {
            throw Wrong(client, "client_secret_expires_at must be 0 or seconds since 1970");
        }
    }

    // As a MAC key it must be at least as long as the hash (RFC 7518 §3.2). A wrong algorithm is found by the rules for all.
    private static void RequireMacKey(ClientMetadata client)
    {
        var alg = client.TokenEndpointAuthSigningAlg ?? SignatureAlgorithms.HS256;
        if (!SignatureAlgorithms.Symmetric.Contains(alg))
        {
            return;
        }

        var minimum = MacKeySizes.Minimum(alg);
        if (Encoding.UTF8.GetByteCount(client.ClientSecret!) < minimum)
        {
            throw Wrong(client, $"client_secret must have at least {minimum} bytes for {alg} (RFC 7518 §3.2)");
        }
    }
}
