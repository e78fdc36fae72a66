using System.Text.Json.Nodes;
using ClientAuth.MockServer;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises;

/// <summary>Lesson 09: mends a client assertion of which the server names one mistake at a time.</summary>
public sealed partial class LessonExercises
{
    private const string AnyIssuer = "https://login.example";
    private const string AnyClient = "some-client";

    public Exercise<Action<JsonObject, string, string>> MendedClaims
    {
        get
        {
            // One request serves all rules: the server stops at the first mistake, and the rules stand in its order.
            var first = new Dictionary<Action<JsonObject, string, string>, Task<string?>>();
            return new(
                this,
                "The mended assertion",
                isUntouched: mend => JsonNode.DeepEquals(Mended(mend), Mended((_, _, _) => { })),
                [
                    Passes(
                        "The server knows the client that the assertion names.",
                        "Which claim did the server look the client up by? It must hold the client_id, and so must iss (RFC 7523 §3).",
                        [CheckNames.ClientIdentified, CheckNames.ClientKnown, CheckNames.ClientIdAgrees]
                    ),
                    Passes(
                        "iss and sub both name that client.",
                        "The app signs for itself, so it is both who says it and whom it is about (RFC 7523 §3).",
                        [CheckNames.AssertionIss, CheckNames.AssertionSub, CheckNames.AssertionSignature]
                    ),
                    Passes(
                        "aud names the server.",
                        "The trace says which value the server wants: compare it with yours, character by character.",
                        [CheckNames.AssertionAud]
                    ),
                    Passes(
                        "exp is soon, and not in thousands of years.",
                        "A NumericDate counts seconds (RFC 7519 §2). How many digits has a second of this year?",
                        [CheckNames.AssertionExp, CheckNames.AssertionLifetime]
                    ),
                    Passes(
                        "iat is now.",
                        "What holds for exp holds for iat. Leave no claim behind that the same mistake is in.",
                        [CheckNames.AssertionIat, CheckNames.AssertionNbf]
                    ),
                    Passes(
                        "It has an identifier of its own.",
                        "The trace says which claim is missing.",
                        [CheckNames.AssertionJti]
                    ),
                    Passes(
                        "The server issues a token for it.",
                        "Send it with the cell above, and read the last line of the trace.",
                        null
                    ),
                    new(
                        "The next one is accepted, too.",
                        "An identifier is good for one assertion. Is yours another each time?",
                        AreAcceptedTwiceAsync
                    ),
                    new(
                        "It holds for any client, at any server and any time.",
                        "Use the parameters and the claims that are there: no value that you have copied from a trace, and not your own clock (DateTimeOffset.UtcNow), which is not the server's.",
                        IsAcceptedElsewhereAsync
                    ),
                ],
                "that a trace names one mistake at a time, and that you mend until it names none"
            );

            ExerciseRule<Action<JsonObject, string, string>> Passes(string rule, string hint, string[]? checks) =>
                new(
                    rule,
                    hint,
                    async (mend, cancellationToken) =>
                    {
                        if (!first.TryGetValue(mend, out var sent))
                        {
                            first[mend] = sent = FailingAsync(mend, cancellationToken);
                        }

                        var failing = await sent;
                        return failing is null || (checks is not null && !checks.Contains(failing));
                    }
                );
        }
    }

    private static JsonObject Mended(Action<JsonObject, string, string> mend)
    {
        var claims = BrokenApp.Claims(AnyIssuer, AnyClient, DateTimeOffset.UnixEpoch.AddYears(60));
        mend(claims, AnyIssuer, AnyClient);
        return claims;
    }

    private static async Task<string?> FailingAsync(
        Action<JsonObject, string, string> mend,
        CancellationToken cancellationToken
    )
    {
        await using var lab = await LessonLab.OpenAsync();
        return (await BrokenApp.SendAsync(lab, BrokenApp.ClientId, mend, cancellationToken)).Trace.Failure?.Check;
    }

    private static async Task<bool> AreAcceptedTwiceAsync(
        Action<JsonObject, string, string> mend,
        CancellationToken cancellationToken
    )
    {
        await using var lab = await LessonLab.OpenAsync();
        return await IsAcceptedAsync(lab, BrokenApp.ClientId, mend, cancellationToken)
            && await IsAcceptedAsync(lab, BrokenApp.ClientId, mend, cancellationToken);
    }

    private static async Task<bool> IsAcceptedElsewhereAsync(
        Action<JsonObject, string, string> mend,
        CancellationToken cancellationToken
    )
    {
        var clientId = $"client-{Guid.NewGuid():N}";
        await using var lab = await LessonLab.OpenAsync(
            new ClientMetadata
            {
                ClientId = clientId,
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
                TokenEndpointAuthSigningAlg = SignatureAlgorithms.ES256,
            }
        );
        lab.Clock.Move(TimeSpan.FromHours(3));
        return await IsAcceptedAsync(lab, clientId, mend, cancellationToken);
    }

    private static async Task<bool> IsAcceptedAsync(
        LessonLab lab,
        string clientId,
        Action<JsonObject, string, string> mend,
        CancellationToken cancellationToken
    ) => (await BrokenApp.SendAsync(lab, clientId, mend, cancellationToken)).Trace.Failure is null;
}
