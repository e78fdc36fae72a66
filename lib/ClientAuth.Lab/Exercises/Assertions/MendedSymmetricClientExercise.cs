using ClientAuth.MockServer.Checks;

namespace ClientAuth.Lab.Exercises.Assertions;

/// <summary>Lesson 02: a colleague's client that signs with <c>JsonWebTokenHandler</c>, and has four mistakes of which each refusal names one.</summary>
internal static class MendedSymmetricClientExercise
{
    /// <summary>Takes identifier, secret, issuer and the time; makes the client assertion.</summary>
    public static Exercise<Func<string, string, string, DateTimeOffset, string>> Create(ExerciseContext context)
    {
        var rules = new MendingRules<Func<string, string, string, DateTimeOffset, string>>(
            SecretAssertion.SendAllAsync
        );
        return new(
            context,
            "The colleague's assertion",
            isUntouched: SecretAssertion.IsTheColleagues,
            [
                rules.Passes(
                    "It is of the type and algorithm that the server expects.",
                    "The type keeps other kinds of JWT from passing as a client assertion. What kind does this one say it is?",
                    [
                        Rules.AssertionType.Name,
                        Rules.AssertionFormat.Name,
                        Rules.Alg.Name,
                        Rules.Typ.Name,
                        Rules.Crit.Name,
                    ],
                    [
                        new(
                            "the type of an access token",
                            SecretAssertion.Mended(good => good.WithHeader("typ", "at+jwt"))
                        ),
                        new("another algorithm", SecretAssertion.Mended(good => good.WithHeader("alg", "HS512"))),
                    ],
                    "The lesson told the handler a type: ClientAssertionBuilder.Type has its text."
                ),
                rules.Passes(
                    "It is signed with the secret as it is registered.",
                    "The log says only that the signature does not fit. So the server used other bytes as the key. Which bytes are the key (OpenID Connect Core §10.1)?",
                    [Rules.Key.Name, Rules.Signature.Name, Rules.SecretNotExpired.Name],
                    [
                        new("the key decoded from Base64url", SecretAssertion.KeyDecoded),
                        new("another key", SecretAssertion.OtherKey),
                    ],
                    "Take the parameter secret. It looks like Base64url, and is not: the key is its characters, not what they would decode to."
                ),
                rules.Passes(
                    "It names the client and the server, as before.",
                    "These claims were right: iss and sub are the client, aud is the issuer.",
                    [
                        Rules.ClientIdentified.Name,
                        Rules.ClientIdAgrees.Name,
                        Rules.ClientKnown.Name,
                        Rules.ClientMethod.Name,
                        Rules.Iss.Name,
                        Rules.Sub.Name,
                        Rules.Aud.Name,
                    ],
                    [
                        new("sub left out", SecretAssertion.Mended(good => good.WithoutClaim("sub"))),
                        new(
                            "the token endpoint as aud",
                            (id, secret, issuer, now) =>
                                SecretAssertion
                                    .Right(id, secret, issuer, now)
                                    .WithClaim("aud", $"{issuer}/token")
                                    .Build()
                                    .Compact
                        ),
                    ]
                ),
                rules.Passes(
                    "It is good from now, for a few minutes at most.",
                    "The trace says which time the server saw, and which it allows. An assertion may live for a few minutes here, counted from the server's time.",
                    [Rules.Exp.Name, Rules.Lifetime.Name, Rules.Nbf.Name, Rules.Iat.Name],
                    [
                        new(
                            "an hour",
                            (id, secret, issuer, now) =>
                                SecretAssertion
                                    .Right(id, secret, issuer, now)
                                    .WithClaim("exp", now.AddHours(1).ToUnixTimeSeconds())
                                    .Build()
                                    .Compact
                        ),
                        new("no exp", SecretAssertion.Mended(good => good.WithoutClaim("exp"))),
                        new(
                            "a clock that is fast",
                            (id, secret, issuer, now) =>
                                SecretAssertion.Right(id, secret, issuer, now.AddMinutes(4)).Build().Compact
                        ),
                    ],
                    "The parameter now is the server's time. The clocks of your computer and of the lesson's lab differ from it."
                ),
                rules.Passes(
                    "The assertion has an identifier of its own.",
                    "The trace says which claim is missing.",
                    [Rules.Jti.Name],
                    [new("no jti", SecretAssertion.Mended(good => good.WithoutClaim("jti")))]
                ),
                rules.Accepted(
                    "The next assertion is accepted, too.",
                    "The server remembers each identifier. Is yours another each time?",
                    ..2,
                    [new("one jti for all", SecretAssertion.Mended(good => good.WithClaim("jti", "always-the-same")))]
                ),
                rules.Accepted(
                    "It holds for any client with any secret, at any time.",
                    "Use the four parameters and nothing else: not the lesson's client, and not the clock of your computer, which is not the server's.",
                    2..,
                    [
                        new(
                            "the lesson's client for all",
                            (_, secret, issuer, now) =>
                                SecretAssertion.Right(SecretAssertion.ClientId, secret, issuer, now).Build().Compact
                        ),
                        new(
                            "the machine's clock",
                            (id, secret, issuer, _) =>
                                SecretAssertion
                                    .Right(id, secret, issuer, TimeProvider.System.GetUtcNow())
                                    .Build()
                                    .Compact
                        ),
                    ]
                ),
            ],
            "that a library's defaults and a decoded key are found one by one, from a log that names one check at a time"
        );
    }
}
