using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations.Keys;

/// <summary>How many keys a client may have: each costs time where an assertion names none, and memory in any case.</summary>
internal static class RegisteredKeyCount
{
    public static IEnumerable<CheckResult> Of(ClientMetadata client, int most)
    {
        if (client.Jwks is { Keys.Count: var count })
        {
            yield return new CheckResult(
                Rules.RegisteredKeyCount,
                count <= most,
                $"at most {most} keys in jwks",
                $"{count}"
            );
        }
    }
}
