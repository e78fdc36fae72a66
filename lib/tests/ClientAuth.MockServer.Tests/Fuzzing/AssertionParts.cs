using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;
using static ClientAuth.MockServer.Tests.Fuzzing.Choice;

namespace ClientAuth.MockServer.Tests.Fuzzing;

/// <summary>The parts of the assertion itself. Seconds are counted from the server's clock: ten of skew, five minutes of life at most.</summary>
internal static class AssertionParts
{
    public static IReadOnlyList<Choice> Header { get; } =
    [
        Good("its key", _ => { }),
        Good("its kid", draft => draft.Assertion.Header["kid"] = Jwk.FromPublicKey(draft.Lab.Clients.Key).Kid),
        Bad("another's key", draft => draft.Key = draft.Lab.Clients.OtherKey),
        Bad("another kid", draft => draft.Assertion.Header["kid"] = "../../dev/null"),
        Bad("alg none", draft => draft.Assertion.Header["alg"] = "none"),
        Bad("alg HS256", draft => draft.Assertion.Header["alg"] = "HS256"),
        Bad("crit", draft => draft.Assertion.Header["crit"] = new[] { "exp" }),
    ];

    public static IReadOnlyList<IReadOnlyList<Choice>> Claims { get; } =
    [
        Name("iss"),
        Name("sub"),
        [
            Good("aud", _ => { }),
            Good("aud in an array", draft => draft.Claim("aud", new[] { draft.Lab.Server.Issuer })),
            Bad("no aud", draft => draft.NoClaim("aud")),
            Bad("aud of the endpoint", draft => draft.Claim("aud", draft.Lab.Server.Metadata.TokenEndpoint)),
            Bad("aud twice", draft => draft.Claim("aud", new[] { draft.Lab.Server.Issuer, "https://other.example" })),
            Bad("aud with slash", draft => draft.Claim("aud", draft.Lab.Server.Issuer + "/")),
        ],
        [
            Good("exp", _ => { }),
            Good("exp 9 s ago", draft => draft.Seconds("exp", -9)),
            Good("exp far", draft => draft.Seconds("exp", 299)),
            Bad("exp 10 s ago", draft => draft.Seconds("exp", -10)),
            Bad("exp too far", draft => draft.Seconds("exp", 311)),
            Bad("no exp", draft => draft.NoClaim("exp")),
            Bad("exp as text", draft => draft.Claim("exp", $"{draft.Now.ToUnixTimeSeconds() + 60}")),
            Bad("exp beyond dates", draft => draft.Claim("exp", 1e300)),
        ],
        [
            Good("no nbf", _ => { }),
            Good("nbf in 8 s", draft => draft.Seconds("nbf", 8)),
            Bad("nbf in a minute", draft => draft.Seconds("nbf", 60)),
            Bad("nbf as text", draft => draft.Claim("nbf", "now")),
        ],
        [
            Good("iat", _ => { }),
            Good("no iat", draft => draft.NoClaim("iat")),
            Good("iat in 8 s", draft => draft.Seconds("iat", 8)),
            Bad("iat in a minute", draft => draft.Seconds("iat", 60)),
            Bad("iat long ago", draft => draft.Seconds("iat", -3600)),
        ],
        [
            Good("jti", _ => { }),
            Good("long jti", draft => draft.Claim("jti", Guid.NewGuid().ToString().PadRight(255, 'j'))),
            Bad("no jti", draft => draft.NoClaim("jti")),
            Bad("empty jti", draft => draft.Claim("jti", "")),
            Bad("jti as number", draft => draft.Claim("jti", 1)),
            Bad("endless jti", draft => draft.Claim("jti", new string('j', 256))),
        ],
        [
            Good("no more claims", _ => { }),
            Good("unknown claims", draft => draft.Claim("role", new[] { "admin", null })),
        ],
    ];

    private static IReadOnlyList<Choice> Name(string claim) =>
        [
            Good(claim, _ => { }),
            Bad($"no {claim}", draft => draft.NoClaim(claim)),
            // Not the client of the other key: that key with both names is a valid request of its owner.
            Bad($"another's {claim}", draft => draft.Claim(claim, TestClients.Mac)),
            Bad($"{claim} as array", draft => draft.Claim(claim, new[] { TestClients.Signer })),
            Bad($"{claim} null", draft => draft.Claim(claim, null)),
        ];
}
