using System.Security.Cryptography;
using System.Text;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary>Whether a secret is one of the registered ones, and still good. During a rotation there is more than one.</summary>
/// <param name="clock">The server's.</param>
/// <param name="iterations">Of a slow hash; 0 for a fast one.</param>
internal sealed class SecretChecks(TimeProvider clock, int iterations)
{
    // Of this server's comparisons alone: nothing is stored.
    private readonly byte[] _salt = RandomNumberGenerator.GetBytes(16);

    public bool Check(RegisteredClient client, string secret, CheckTrace trace)
    {
        var registered = client.Secrets.ToList();
        var presented = Hash(Encoding.UTF8.GetBytes(secret));
        // Each is compared, whether or not one before was the same: the time tells nothing about which.
        var same = registered.Where(candidate => AreEqual(presented, Hash(candidate.Value.RevealBytes()))).ToList();
        return trace.Check(
                Rules.SecretValue,
                same is not [],
                registered.Count == 1 ? "the registered secret" : $"one of {registered.Count} registered secrets",
                $"{secret.Length} characters, " + Compared(registered, same)
            ) && CheckNotExpired(same.FirstOrDefault() ?? registered[0], trace);
    }

    /// <summary>Those that have not expired; null where a check failed, since none is left.</summary>
    public IReadOnlyList<ClientSecret>? TakeValid(IReadOnlyList<DatedSecret> secrets, CheckTrace trace)
    {
        var valid = secrets.Where(secret => secret.IsValidAt(clock.GetUtcNow())).ToList();
        return CheckNotExpired(valid.FirstOrDefault() ?? secrets[0], trace)
            ? [.. valid.Select(secret => secret.Value)]
            : null;
    }

    private static string Compared(List<DatedSecret> registered, List<DatedSecret> same) =>
        (registered.Count, same) switch
        {
            (1, []) => "different from the registered secret",
            (1, _) => "equal to the registered secret",
            (_, []) => "different from each registered secret",
            _ => $"equal to secret {registered.IndexOf(same[0]) + 1} of {registered.Count}, counted from the newest",
        };

    private bool CheckNotExpired(DatedSecret secret, CheckTrace trace)
    {
        var now = clock.GetUtcNow();
        return trace.Check(
            Rules.SecretNotExpired,
            secret.IsValidAt(now),
            $"a secret that is valid at {now:u}",
            secret.Ends is { } end ? $"expires at {end:u}" : "never expires"
        );
    }

    // Hashes have one length, so that the time tells nothing about the secret's.
    private byte[] Hash(byte[] secret) =>
        iterations == 0
            ? SHA256.HashData(secret)
            : Rfc2898DeriveBytes.Pbkdf2(secret, _salt, iterations, HashAlgorithmName.SHA256, SHA256.HashSizeInBytes);

    private static bool AreEqual(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(one, other);
}
