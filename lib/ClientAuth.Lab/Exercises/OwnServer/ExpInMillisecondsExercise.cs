using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ClientAuth.Client;
using ClientAuth.Lab.OwnServer.Probing;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises.OwnServer;

/// <summary>Lesson 12: a mistake of one's own to send, <c>exp</c> in milliseconds where seconds are wanted (RFC 7519 §2).</summary>
internal static class ExpInMillisecondsExercise
{
    private const long MillisecondsInASecond = 1000;

    /// <summary>Changes a good assertion before it is signed.</summary>
    public static Exercise<Func<ClientAssertionBuilder, ClientAssertionBuilder>> Create(ExerciseContext context) =>
        new(
            context,
            "A mistake of your own",
            isUntouched: mistake =>
                GoodAssertions()
                    .All(good =>
                        Same(mistake(good).ClaimsJson, good.ClaimsJson)
                        && Same(mistake(good).HeaderJson, good.HeaderJson)
                    ),
            [
                new(
                    "The header stays as it is.",
                    "The mistake is in a claim. WithClaim changes one, and leaves the header alone.",
                    mistake =>
                        OfGood(
                            mistake,
                            (good, made) =>
                                Same(made.HeaderJson, good.HeaderJson)
                                    ? RuleFinding.Kept
                                    : RuleFinding.Broken(good.HeaderJson, made.HeaderJson)
                        )
                )
                {
                    WrongAnswers =
                    [
                        new("exp in the header", good => good.WithHeader("exp", Exp(good) * 1000)),
                        new("a header without typ", good => Thousandfold(good).WithoutHeader("typ")),
                    ],
                },
                new(
                    "No claim but exp changes.",
                    "A probe changes one thing. If iat or aud changes as well, you will not know what the server refused.",
                    mistake => OfGood(mistake, ChangesExpAlone)
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "a second claim in milliseconds",
                            good => Thousandfold(good).WithClaim("iat", (Exp(good) - 60) * 1000)
                        ),
                        new("another claim for exp", good => good.WithClaim("iat", Exp(good) * 1000)),
                        new("capitals in the name", good => good.WithClaim("Exp", Exp(good) * 1000))
                        {
                            Hint = "Names of claims are case-sensitive: exp.",
                        },
                    ],
                },
                new(
                    "exp is a number.",
                    "In JSON a number has no quotes. Give WithClaim a long, not a string.",
                    mistake =>
                        OfGood(
                            mistake,
                            (_, made) =>
                                Exp(made) is not null
                                    ? RuleFinding.Kept
                                    : RuleFinding.Broken(
                                        "a number",
                                        ExpJson(made) ?? "no exp",
                                        ExpJson(made) is null
                                            ? "exp is missing. WithClaim replaces it, WithoutClaim removes it."
                                            : null
                                    )
                        )
                )
                {
                    WrongAnswers =
                    [
                        new("a string", good => good.WithClaim("exp", $"{Exp(good) * 1000}")),
                        new("a date in words", good => good.WithClaim("exp", "2030-01-01T00:00:00Z")),
                        new("no exp at all", good => good.WithoutClaim("exp"))
                        {
                            Hint = "exp is missing. WithClaim replaces it, WithoutClaim removes it.",
                        },
                    ],
                },
                new(
                    "exp is the same moment in milliseconds, whatever the moment.",
                    "Read exp out of good.ClaimsJson, and multiply. A number that you wrote down is right for one assertion alone.",
                    mistake => OfGood(mistake, IsThousandfold)
                )
                {
                    MoreHints = ["JsonNode.Parse(good.ClaimsJson)![\"exp\"] is the number; GetValue<long>() reads it."],
                    WrongAnswers =
                    [
                        new("a constant", good => good.WithClaim("exp", 1_700_000_060_000)),
                        new("a thousand added", good => good.WithClaim("exp", Exp(good) + 1000))
                        {
                            Hint = "A second has 1000 milliseconds: there are 1000 times as many, not 1000 more.",
                        },
                        new("microseconds", good => good.WithClaim("exp", Exp(good) * 1_000_000)),
                        new(
                            "the current time",
                            good => good.WithClaim("exp", TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds())
                        ),
                    ],
                },
                new(
                    "The lab's server refuses the assertion at assertion.exp.",
                    "Change exp only. Key, client_id and audience stay those of the good assertion.",
                    async (mistake, cancellationToken) =>
                        await FailingCheckOfAsync(mistake, cancellationToken) is var check && check == Rules.Exp.Name
                            ? RuleFinding.Kept
                            : RuleFinding.Broken(Rules.Exp.Name, check ?? "a token")
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "another key",
                            good =>
                                Thousandfold(good)
                                    .WithSigner(
                                        new AssertionSigner.Hmac(new(new string('k', 32)), SignatureAlgorithms.HS256)
                                    )
                        ),
                    ],
                },
            ],
            "that a probe is a good request with exactly one thing changed"
        );

    // Of fixed moments and of one that nobody knows beforehand.
    private static IEnumerable<ClientAssertionBuilder> GoodAssertions()
    {
        long[] moments = [1_700_000_000, 1_795_950_864, RandomNumberGenerator.GetInt32(1_500_000_000, int.MaxValue)];
        var signer = new AssertionSigner.Hmac(new ClientSecret(new string('s', 32)), SignatureAlgorithms.HS256);
        return moments.Select(seconds =>
            ClientAssertionBuilder.For(
                "app",
                "https://server.example",
                signer,
                new StandingClock(DateTimeOffset.FromUnixTimeSeconds(seconds)),
                jti: "jti"
            )
        );
    }

    private static RuleFinding OfGood(
        Func<ClientAssertionBuilder, ClientAssertionBuilder> mistake,
        Func<ClientAssertionBuilder, ClientAssertionBuilder, RuleFinding> find
    ) =>
        GoodAssertions().Select(good => find(good, mistake(good))).FirstOrDefault(found => !found.Holds)
        ?? RuleFinding.Kept;

    private static RuleFinding ChangesExpAlone(ClientAssertionBuilder good, ClientAssertionBuilder made)
    {
        var (before, after) = (Claims(good), Claims(made));
        var changed = before
            .Select(claim => claim.Key)
            .Union(after.Select(claim => claim.Key))
            .Where(name => name != "exp" && !JsonNode.DeepEquals(before[name], after[name]))
            .ToList();
        return changed is []
            ? RuleFinding.Kept
            : RuleFinding.Broken(
                "only exp differs",
                $"{string.Join(", ", changed)} differs",
                changed.Contains("exp", StringComparer.OrdinalIgnoreCase)
                    ? "Names of claims are case-sensitive: exp."
                    : null
            );
    }

    private static RuleFinding IsThousandfold(ClientAssertionBuilder good, ClientAssertionBuilder made)
    {
        var (seconds, exp) = (Exp(good), Exp(made));
        return exp == seconds * MillisecondsInASecond
            ? RuleFinding.Kept
            : RuleFinding.Broken(
                $"{seconds} s in milliseconds",
                $"{exp}",
                exp == seconds + MillisecondsInASecond
                    ? "A second has 1000 milliseconds: there are 1000 times as many, not 1000 more."
                    : null
            );
    }

    private static bool Same(string one, string other) =>
        JsonNode.DeepEquals(JsonNode.Parse(one), JsonNode.Parse(other));

    private static JsonObject Claims(ClientAssertionBuilder assertion) =>
        JsonNode.Parse(assertion.ClaimsJson)!.AsObject();

    private static string? ExpJson(ClientAssertionBuilder assertion) => Claims(assertion)["exp"]?.ToJsonString();

    private static long? Exp(ClientAssertionBuilder assertion) =>
        Claims(assertion)["exp"] is JsonValue value && value.TryGetValue<long>(out var seconds) ? seconds : null;

    private static ClientAssertionBuilder Thousandfold(ClientAssertionBuilder good) =>
        good.WithClaim("exp", Exp(good) * MillisecondsInASecond);

    private static async Task<string?> FailingCheckOfAsync(
        Func<ClientAssertionBuilder, ClientAssertionBuilder> mistake,
        CancellationToken cancellationToken
    )
    {
        await using var lab = await Testbed.StartAsync();
        using var server = ProbedServer.Of(lab);
        var client = server.Clients.First(one => one.MethodName == TokenEndpointAuthMethods.PrivateKeyJwt);
        await server.AskAsync(client, good => ProbeRequest.Of(good.WithAssertion(mistake)), cancellationToken);
        return lab.LastExchange.Trace.Failure?.Check;
    }
}
