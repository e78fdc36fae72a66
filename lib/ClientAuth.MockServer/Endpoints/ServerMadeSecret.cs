using System.Buffers.Text;
using System.Security.Cryptography;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>Gives a client that registers itself its secret: the server makes it, whatever the client would like (RFC 7591 §3.2.1).</summary>
internal static class ServerMadeSecret
{
    // As long as the longest hash, so that it keys every MAC (RFC 7518 §3.2).
    private const int Bytes = 64;

    /// <summary>The client with a secret where its method needs one, and without where not.</summary>
    /// <param name="client">The new metadata.</param>
    /// <param name="current">The metadata so far, whose secret stays; null for a new client.</param>
    public static ClientMetadata Give(ClientMetadata client, ClientMetadata? current)
    {
        var needsOne =
            client.TokenEndpointAuthMethod
            is TokenEndpointAuthMethods.ClientSecretBasic
                or TokenEndpointAuthMethods.ClientSecretPost
                or TokenEndpointAuthMethods.ClientSecretJwt;
        return !needsOne
            ? client
            : client with
            {
                ClientSecret = current?.ClientSecret ?? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)),
                // Zero says that it never expires.
                ClientSecretExpiresAt = current?.ClientSecretExpiresAt ?? 0,
            };
    }
}
