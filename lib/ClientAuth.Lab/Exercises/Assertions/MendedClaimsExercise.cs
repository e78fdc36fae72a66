using System.Text.Json.Nodes;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Exercises.Assertions;

/// <summary>Lesson 09: mends a client assertion of which the server names one mistake at a time.</summary>
internal static class MendedClaimsExercise
{
    private const string AnyIssuer = "https://login.example";
    private const string AnyClient = "some-client";

    /// <summary>Changes the claims; takes them, the issuer and the app's client id.</summary>
    public static Exercise<Action<JsonObject, string, string>> Create(ExerciseContext context)
    {
        var rules = new MendingRules<Action<JsonObject, string, string>>(SendClaimsAsync);
        return new(
            context,
            "The mended assertion",
            isUntouched: mend => JsonNode.DeepEquals(Mended(mend), Mended((_, _, _) => { })),
            [
                rules.Passes(
                    "The server knows the client that the assertion names.",
                    "Which claim did the server look the client up by? It must hold the client_id, and so must iss (RFC 7523 §3).",
                    [
                        Rules.ClientIdentified.Name,
                        Rules.ClientIdAgrees.Name,
                        Rules.ClientKnown.Name,
                        Rules.ClientMethod.Name,
                    ],
                    [
                        Mending("the install for the client", (claims, _, _) => claims["sub"] = "install-7f3a"),
                        Mending("no sub at all", (claims, _, _) => claims.Remove("sub")),
                        Mending("the issuer for the client", (claims, issuer, _) => claims["sub"] = issuer),
                    ]
                ),
                rules.Passes(
                    "iss and sub both name that client.",
                    "The client is both issuer and subject of its own assertion, so iss and sub hold its client_id (RFC 7523 §3).",
                    [Rules.Iss.Name, Rules.Sub.Name, Rules.Signature.Name],
                    [Mending("the server's issuer for the app", (claims, issuer, _) => claims["iss"] = issuer)]
                ),
                rules.Passes(
                    "aud names the server.",
                    "The trace says which value the server wants: compare it with yours, character by character.",
                    [Rules.Aud.Name],
                    [
                        Mending("the token endpoint", (claims, issuer, _) => claims["aud"] = $"{issuer}/token"),
                        Mending("a slash at the end", (claims, issuer, _) => claims["aud"] = $"{issuer}/"),
                        Mending("a number", (claims, _, _) => claims["aud"] = 7),
                    ]
                ),
                rules.Passes(
                    "exp is soon, and not in thousands of years.",
                    "A NumericDate counts seconds (RFC 7519 §2). How many digits does such a number have this year?",
                    [Rules.Exp.Name, Rules.Lifetime.Name],
                    [
                        Mending("milliseconds", (claims, _, _) => claims["exp"] = (long)claims["exp"]! * 1000),
                        Mending("an hour", (claims, _, _) => claims["exp"] = (long)claims["exp"]! + 3600),
                        Mending("no exp at all", (claims, _, _) => claims.Remove("exp")),
                    ]
                ),
                rules.Passes(
                    "iat is now, or absent.",
                    "iat is a NumericDate, too. Mend this mistake in every claim that has it.",
                    [Rules.Iat.Name, Rules.Nbf.Name],
                    [Mending("milliseconds", (claims, _, _) => claims["iat"] = (long)claims["iat"]! * 1000)]
                ),
                rules.Passes(
                    "The assertion has an identifier of its own.",
                    "The trace says which claim is missing.",
                    [Rules.Jti.Name],
                    [
                        Mending("no jti", (claims, _, _) => claims.Remove("jti")),
                        Mending("a number", (claims, _, _) => claims["jti"] = 1),
                    ]
                ),
                rules.Accepted(
                    "The server issues a token for it, and for the next one, too.",
                    "The server accepts an identifier once. Does your code make a new one each time?",
                    ..2,
                    [
                        Mending("one jti for all", (claims, _, _) => claims["jti"] = "always-the-same"),
                        Mending("a jti of the client", (claims, _, clientId) => claims["jti"] = $"{clientId}-1"),
                    ]
                ),
                rules.Accepted(
                    "The code works for any client, at any server and any time.",
                    "Use the parameters and the claims that are there: no value that you have copied from a trace, and not your own clock (DateTimeOffset.UtcNow), which is not the server's.",
                    2..,
                    [
                        Mending("a client copied from a trace", (claims, _, _) => claims["sub"] = BrokenApp.ClientId),
                        Mending("the computer's own clock", ByOwnClock),
                    ]
                ),
            ],
            "that a trace names one mistake at a time, and that you mend until it names none"
        );
    }

    private static JsonObject Mended(Action<JsonObject, string, string> mend)
    {
        var claims = BrokenApp.Claims(AnyIssuer, AnyClient, DateTimeOffset.UnixEpoch.AddYears(60));
        mend(claims, AnyIssuer, AnyClient);
        return claims;
    }

    // Everything is mended, and then one thing is not.
    private static WrongAnswer<Action<JsonObject, string, string>> Mending(
        string mistake,
        Action<JsonObject, string, string> change
    ) =>
        new(
            mistake,
            (claims, issuer, clientId) =>
            {
                BrokenApp.Mend(claims, issuer, clientId);
                change(claims, issuer, clientId);
            }
        );

    private static void ByOwnClock(JsonObject claims, string issuer, string clientId)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        (claims["iat"], claims["exp"]) = (now, now + 60);
    }

    // Twice as the app, and three hours later as another client, at another server.
    private static async Task<IReadOnlyList<SentRequest>> SendClaimsAsync(
        Action<JsonObject, string, string> mend,
        CancellationToken cancellationToken
    )
    {
        await using var lab = await Testbed.StartAsync();
        var first = new SentRequest("the first", await FailureAsync(lab, BrokenApp.ClientId, mend, cancellationToken));
        if (first.Failure is not null)
        {
            return [first];
        }

        var second = new SentRequest(
            "the second",
            await FailureAsync(lab, BrokenApp.ClientId, mend, cancellationToken)
        );
        return [first, second, await SendClaimsElsewhereAsync(mend, cancellationToken)];
    }

    private static async Task<SentRequest> SendClaimsElsewhereAsync(
        Action<JsonObject, string, string> mend,
        CancellationToken cancellationToken
    )
    {
        var clientId = $"client-{Guid.NewGuid():N}";
        await using var lab = await Testbed.StartAsync(
            new ClientMetadata
            {
                ClientId = clientId,
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
                TokenEndpointAuthSigningAlg = SignatureAlgorithms.ES256,
            }
        );
        lab.Clock.Move(TimeSpan.FromHours(3));
        return new("another client, three hours later", await FailureAsync(lab, clientId, mend, cancellationToken));
    }

    private static async Task<Decision?> FailureAsync(
        Testbed lab,
        string clientId,
        Action<JsonObject, string, string> mend,
        CancellationToken cancellationToken
    ) => (await BrokenApp.SendAsync(lab, clientId, mend, cancellationToken)).Trace.Failure;
}
