using System.Security.Cryptography;
using System.Text;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Registrations;

namespace ClientAuth.MockServer.Methods;

/// <summary>Whether a secret is the registered one, and still good.</summary>
internal sealed class SecretChecks(TimeProvider clock)
{
    // Compared with when there is no client, so that an unknown one costs as much as a known one.
    private readonly byte[] _nobody = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes);

    public bool Check(RegisteredClient client, string secret, Trail trail)
    {
        var same = client.Metadata.ClientSecret is { } registered && AreEqual(Hash(secret), Hash(registered));
        return trail.Check(Rules.SecretValue, same, "the registered secret", same ? "the same" : "another")
            && CheckNotExpired(client, trail);
    }

    public bool CheckNotExpired(RegisteredClient client, Trail trail)
    {
        var expires = client.Metadata.ClientSecretExpiresAt ?? 0;
        return trail.Check(
            Rules.SecretNotExpired,
            expires == 0 || clock.GetUtcNow().ToUnixTimeSeconds() < expires,
            $"a secret that is valid at {clock.GetUtcNow():u}",
            expires == 0 ? "never expires" : $"expires at {DateTimeOffset.FromUnixTimeSeconds(expires):u}"
        );
    }

    /// <summary>Does the work of a comparison that cannot succeed.</summary>
    public void CompareWithNobody(string secret) => _ = AreEqual(Hash(secret), _nobody);

    // Hashes have one length, so that the time tells nothing about the secret's.
    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private static bool AreEqual(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(one, other);
}
