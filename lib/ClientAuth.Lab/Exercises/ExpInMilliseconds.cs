using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ClientAuth.Client;
using ClientAuth.Lab.OwnServer.Probing;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises;

/// <summary>Lesson 12: a mistake of one's own to send, <c>exp</c> in milliseconds where seconds are wanted (RFC 7519 §2).</summary>
public sealed partial class LessonExercises
{
    private const long MillisecondsInASecond = 1000;

    /// <summary>Changes a good assertion before it is signed.</summary>
    public Exercise<Func<ClientAssertionBuilder, ClientAssertionBuilder>> ExpInMilliseconds =>
        new(
            this,
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
                    mistake => GoodAssertions().All(good => Same(mistake(good).HeaderJson, good.HeaderJson))
                ),
                new(
                    "No claim but exp changes.",
                    "A probe breaks one thing. If iat or aud changes as well, you will not know what the server refused.",
                    mistake => GoodAssertions().All(good => Same(WithoutExp(mistake(good)), WithoutExp(good)))
                ),
                new(
                    "exp is a number.",
                    "In JSON a number has no quotes. Give WithClaim a long, not a string.",
                    mistake => GoodAssertions().All(good => Exp(mistake(good)) is not null)
                ),
                new(
                    "exp is the same moment in milliseconds, whatever the moment.",
                    "Read exp out of good.ClaimsJson, and multiply. A number that you wrote down is right for one assertion alone.",
                    mistake => GoodAssertions().All(good => Exp(mistake(good)) == Exp(good) * MillisecondsInASecond)
                ),
                new(
                    "The lab's server refuses it at assertion.exp.",
                    "Key, name and audience stay those of the good assertion.",
                    async (mistake, cancellationToken) =>
                        await FailingCheckOfAsync(mistake, cancellationToken) == "assertion.exp"
                ),
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

    private static bool Same(string one, string other) =>
        JsonNode.DeepEquals(JsonNode.Parse(one), JsonNode.Parse(other));

    private static string WithoutExp(ClientAssertionBuilder assertion) => assertion.WithoutClaim("exp").ClaimsJson;

    private static long? Exp(ClientAssertionBuilder assertion) =>
        JsonNode.Parse(assertion.ClaimsJson)?["exp"] is JsonValue value && value.TryGetValue<long>(out var seconds)
            ? seconds
            : null;

    private static async Task<string?> FailingCheckOfAsync(
        Func<ClientAssertionBuilder, ClientAssertionBuilder> mistake,
        CancellationToken cancellationToken
    )
    {
        await using var lab = await LessonLab.OpenAsync();
        using var server = lab.AsProbed();
        var client = server.Clients.First(one => one.MethodName == TokenEndpointAuthMethods.PrivateKeyJwt);
        await server.AskAsync(client, good => ProbeRequest.Of(good.WithAssertion(mistake)), cancellationToken);
        return lab.LastExchange.Trace.Failure?.Check;
    }
}
