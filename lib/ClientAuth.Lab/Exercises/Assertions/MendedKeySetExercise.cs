using System.Security.Cryptography;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.Lab.Exercises.Assertions;

/// <summary>Lesson 03: a colleague's key set, from the refusals of the server that is to register it, and of the app that signs with the key.</summary>
internal static class MendedKeySetExercise
{
    /// <summary>From a key pair to the JWK set that the server gets, as JSON.</summary>
    public static Exercise<Func<ECDsa, string>> Create(ExerciseContext context)
    {
        var rules = new MendingRules<Func<ECDsa, string>>(SentKeySet.SendAllAsync);
        return new(
            context,
            "The colleague's key set",
            isUntouched: SentKeySet.IsTheColleagues,
            [
                rules.Passes(
                    "It is a set: an object whose member keys is a list of JWKs.",
                    "The message says where the JSON does not fit. A set may hold one key, and is still a set.",
                    [SentKeySet.IsASet],
                    [
                        new("the key without its set", SentKeySet.Of(jwk => jwk).AsKeyAlone()),
                        new("an empty text", _ => " "),
                    ]
                ),
                rules.Passes(
                    "It holds nothing private.",
                    "The message names the member. What is it, and what could anybody do who reads the registration?",
                    [SentKeySet.HoldsNothingPrivate],
                    [new("the private number d", SentKeySet.WithPrivateNumber)]
                ),
                rules.Passes(
                    "It holds the public key of the app: x and y, 32 bytes each, in Base64url.",
                    "What was found says what is wrong: the coordinates, and then each must be where it belongs and encoded as the lesson did it, or what the key says it is for.",
                    [SentKeySet.IsRegistered],
                    [
                        new("x and y exchanged", SentKeySet.Of(jwk => jwk with { X = jwk.Y, Y = jwk.X })),
                        new("x in standard Base64", SentKeySet.Of(jwk => jwk with { X = $"{jwk.X}=" })),
                        new("no y", SentKeySet.Of(jwk => jwk with { Y = null })),
                        new("a key meant for encryption", SentKeySet.Of(jwk => jwk with { Use = "enc" })),
                    ],
                    "A point of the curve fits x to y. What happens to it if the two change places?"
                ),
                rules.Passes(
                    "The server finds the key by the name that the app gives it.",
                    "The trace shows the kid that the assertion names, and how many registered keys have it. The app uses the thumbprint (RFC 7638).",
                    [Rules.Key.Name],
                    [
                        new("a name of its own", SentKeySet.Of(jwk => jwk with { Kid = "our-key" })),
                        new("no name", SentKeySet.Of(jwk => jwk with { Kid = null })),
                    ],
                    "The lesson computed a kid from four members of a key. Take the key that the code is given; Jwk.FromPublicKey computes the same."
                ),
                rules.Accepted(
                    "The key verifies what the app signs.",
                    "A key of that name is registered, and it is another one. Is it the public half of the key that the code is given?",
                    ..1,
                    [new("another key under the name", SentKeySet.OfAnotherKey)]
                ),
                rules.Accepted(
                    "It works for every key, also for one whose x or y begins with a zero.",
                    "One key in 128 has a coordinate that begins with a zero octet. How many bytes does the server want, whatever is in them?",
                    ..,
                    [new("zeros in front dropped", SentKeySet.WithoutZeros)],
                    "32 bytes are encoded, also zeros in front (RFC 7518 §6.2.1.2)."
                ),
            ],
            "that a key set can fail at the registration, at the name, and for one phone in a hundred, and that each says so in its own place"
        );
    }
}
