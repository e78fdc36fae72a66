using System.Text;
using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>What a registered secret must be.</summary>
internal static class RegisteredSecret
{
    // The end of the year 9999, the last that DateTimeOffset can hold.
    private const long LastSecond = 253402300799;

    public static void Check(ClientMetadata client)
    {
        if (client.ClientSecret is not { Length: > 0 } secret)
        {
            throw Registration.Wrong(client, "client_secret", $"is needed for {client.TokenEndpointAuthMethod}");
        }

        if (!VisibleCharacters.Only(secret))
        {
            throw Registration.Wrong(client, "client_secret", "must be printable ASCII (RFC 6749 Appendix A.2)");
        }

        if (client.ClientSecretExpiresAt is < 0 or > LastSecond)
        {
            throw Registration.Wrong(client, "client_secret_expires_at", "must be 0 or seconds since 1970");
        }
    }

    /// <summary>As a MAC key it must be at least as long as the hash (RFC 7518 §3.2).</summary>
    public static void CheckAsMacKey(ClientMetadata client)
    {
        Check(client);
        var alg = client.TokenEndpointAuthSigningAlg ?? SignatureAlgorithms.HS256;
        var minimum = MacKeySizes.Minimum(alg);
        if (Encoding.UTF8.GetByteCount(client.ClientSecret!) < minimum)
        {
            throw Registration.Wrong(
                client,
                "client_secret",
                $"must have at least {minimum} bytes for {alg} (RFC 7518 §3.2)"
            );
        }
    }
}
