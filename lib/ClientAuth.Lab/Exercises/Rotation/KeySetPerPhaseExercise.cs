using System.Security.Cryptography;
using ClientAuth.Client;
using ClientAuth.Credentials;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises.Rotation;

/// <summary>Lesson 07: which keys a client publishes at its <c>jwks_uri</c> in each phase of a rotation.</summary>
internal static class KeySetPerPhaseExercise
{
    private const string PublisherId = "publishing-app";

    /// <summary>From a phase, the old key and the next to the keys that are published in it.</summary>
    public static Exercise<Func<KeyRotationPhase, Jwk, Jwk, Jwk[]>> Create(ExerciseContext context) =>
        new(
            context,
            "The key set in each phase",
            isUntouched: publish => Enum.GetValues<KeyRotationPhase>().All(phase => SetIn(publish, phase) is ""),
            [
                new(
                    "No phase publishes an empty set, or a key twice.",
                    "With an empty key set no install gets a token. A switch expression must have an arm for each phase.",
                    publish => FindSets(publish, (_, set) => set is "old" or "next" or "next old", "old, next or both")
                )
                {
                    WrongAnswers =
                    [
                        WrongSets("no key when all have moved", KeyRotationPhase.AllMoved, (_, _) => []),
                        WrongSets("a key twice", KeyRotationPhase.NextKeyMade, (old, _) => [old, old]),
                    ],
                },
                new(
                    "The old key is published as long as an install signs with it and nobody has stolen it.",
                    "Which key do the installs hold before the move, and which do the slow ones hold during it?",
                    publish =>
                        FindSets(publish, (phase, set) => !IsOverlap(phase) || set.Contains("old"), "the old key")
                )
                {
                    WrongAnswers =
                    [
                        WrongSets("no overlap", KeyRotationPhase.InstallsMoving, (_, next) => [next]),
                        new("always the next key", (_, _, next) => [next]),
                    ],
                },
                new(
                    "The next key is published before the first install signs with it.",
                    "Servers keep a key set for a while, so publish a key before an install uses it. The key is public: publishing it early does no harm.",
                    publish =>
                        FindSets(
                            publish,
                            (phase, set) => !IsOverlap(phase) || set.Contains("next"),
                            "the next key, too"
                        )
                )
                {
                    WrongAnswers =
                    [
                        WrongSets("published when it is used", KeyRotationPhase.NextKeyMade, (old, _) => [old]),
                        new("always the old key", (_, old, _) => [old]),
                    ],
                },
                new(
                    "The old key is withdrawn when no install needs it.",
                    "A key that stays in the set keeps working for everyone who has a copy of it.",
                    publish =>
                        FindSets(
                            publish,
                            (phase, set) => phase != KeyRotationPhase.AllMoved || set is "next",
                            "the next key alone"
                        )
                )
                {
                    WrongAnswers =
                    [
                        new("an overlap without an end", (_, old, next) => [old, next]),
                        new("old and next swapped", (phase, old, next) => RightSet(phase, next, old)),
                    ],
                },
                new(
                    "A stolen key is withdrawn at once.",
                    "An overlap keeps slow installs working. With a stolen key it would keep the thief working, too.",
                    publish =>
                        FindSets(publish, (phase, set) => IsOverlap(phase) || set is "next", "no key that a thief has")
                )
                {
                    WrongAnswers =
                    [
                        WrongSets(
                            "an overlap for the thief",
                            KeyRotationPhase.OldKeyStolen,
                            (old, next) => [old, next]
                        ),
                    ],
                },
                new(
                    "A server that fetches these sets accepts the right keys in each phase, and no others.",
                    "Publish the Jwk objects that you are given, unchanged.",
                    ServesTheRightOnesAsync
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "keys that are changed on the way",
                            (phase, old, next) => [.. RightSet(phase, old, next).Select(key => key with { X = key.Y })]
                        ),
                    ],
                },
            ],
            "that an overlap is a key set with two keys, and that a theft ends it"
        );

    // The published keys by name, so that their order does not matter.
    private static string SetIn(Func<KeyRotationPhase, Jwk, Jwk, Jwk[]> publish, KeyRotationPhase phase)
    {
        var (old, next) = (new Jwk { Kty = "EC", Kid = "old" }, new Jwk { Kty = "EC", Kid = "next" });
        return string.Join(' ', publish(phase, old, next).Select(key => key.Kid).Order(StringComparer.Ordinal));
    }

    private static bool IsOverlap(KeyRotationPhase phase) =>
        phase is KeyRotationPhase.NextKeyMade or KeyRotationPhase.InstallsMoving;

    private static RuleFinding FindSets(
        Func<KeyRotationPhase, Jwk, Jwk, Jwk[]> publish,
        Func<KeyRotationPhase, string, bool> holds,
        string expected
    )
    {
        foreach (var phase in Enum.GetValues<KeyRotationPhase>())
        {
            var set = SetIn(publish, phase);
            if (!holds(phase, set))
            {
                return RuleFinding.Broken(
                    $"{phase}: {expected}",
                    set.Length > 0 ? set.Replace(" ", ", ", StringComparison.Ordinal) : "no key"
                );
            }
        }

        return RuleFinding.Kept;
    }

    private static Jwk[] RightSet(KeyRotationPhase phase, Jwk old, Jwk next) => IsOverlap(phase) ? [old, next] : [next];

    private static WrongAnswer<Func<KeyRotationPhase, Jwk, Jwk, Jwk[]>> WrongSets(
        string mistake,
        KeyRotationPhase wrong,
        Func<Jwk, Jwk, Jwk[]> publish
    ) => new(mistake, (phase, old, next) => phase == wrong ? publish(old, next) : RightSet(phase, old, next));

    private static async Task<RuleFinding> ServesTheRightOnesAsync(
        Func<KeyRotationPhase, Jwk, Jwk, Jwk[]> publish,
        CancellationToken cancellationToken
    )
    {
        using var old = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var next = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        foreach (var phase in Enum.GetValues<KeyRotationPhase>())
        {
            var keys = publish(phase, Jwk.FromPublicKey(old), Jwk.FromPublicKey(next));
            var served = (
                await IsServedAsync(keys, old, cancellationToken),
                await IsServedAsync(keys, next, cancellationToken)
            );
            if (served != (IsOverlap(phase), true))
            {
                return RuleFinding.Broken($"{phase}: {ServedWords((IsOverlap(phase), true))}", ServedWords(served));
            }
        }

        return RuleFinding.Kept;
    }

    private static string ServedWords((bool Old, bool Next) served) =>
        $"{(served.Old ? "a token" : "no token")} for the old key, {(served.Next ? "a token" : "no token")} for the next";

    private static async Task<bool> IsServedAsync(Jwk[] published, ECDsa key, CancellationToken cancellationToken)
    {
        using var authority = LabAuthority.Create(TimeProvider.System);
        using var certificate = authority.Issue(CertificateProfile.LoopbackServer());
        await using var host = await JwksHost.StartAsync(certificate, cancellationToken);
        host.Publish(published);
        var client = new ClientMetadata
        {
            ClientId = PublisherId,
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
            TokenEndpointAuthSigningAlg = SignatureAlgorithms.ES256,
            JwksUri = host.JwksUri,
        };
        await using var lab = await Testbed.StartAsync(
            new TestbedOptions
            {
                Clients = [client],
                Server = options =>
                    options with
                    {
                        KeySets = options.KeySets with
                        {
                            JwksUriOrigins = [host.Origin],
                            JwksUriAuthorities = [authority.Certificate],
                        },
                    },
            },
            cancellationToken
        );
        var method = new ClientAuthenticationMethodConfiguration.SignedJwt.Asymmetric(
            key,
            SignatureAlgorithms.ES256,
            Jwk.FromPublicKey(key).Kid
        );
        return await lab.TokenClient(PublisherId, method).RequestTokenAsync(cancellationToken: cancellationToken)
            is TokenOutcome.Issued;
    }
}
