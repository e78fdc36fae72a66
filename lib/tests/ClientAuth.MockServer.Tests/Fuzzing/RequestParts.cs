using System.Globalization;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;
using static ClientAuth.MockServer.Tests.Fuzzing.Choice;

namespace ClientAuth.MockServer.Tests.Fuzzing;

/// <summary>The parts of a request with an assertion, each with its good and bad choices; the first choice is the usual one.</summary>
internal static class RequestParts
{
    private static readonly string JwtBearer = ClientAssertionTypes.JwtBearer;

    public static IReadOnlyList<IReadOnlyList<Choice>> All { get; } =
    [
        [Good("POST", _ => { }), Bad("PUT", draft => draft.Call = draft.Call with { Method = HttpMethod.Put })],
        [
            Good("no query", _ => { }),
            Good("a query", draft => draft.Call = draft.Call with { Query = "?tenant=1" }),
            Bad("secret in query", draft => draft.Call = draft.Call with { Query = "?client_secret=1" }),
        ],
        [
            Good("form", _ => { }),
            Good(
                "form with charset",
                draft =>
                    draft.Call = draft.Call with { ContentType = "application/x-www-form-urlencoded; charset=utf-8" }
            ),
            Bad("JSON", draft => draft.Call = draft.Call with { ContentType = "application/json" }),
        ],
        [
            Good("the grant", _ => { }),
            Bad("no grant", draft => draft.Call = draft.Call.Without(TokenParameters.GrantType)),
            Bad(
                "another grant",
                draft =>
                    draft.Call = draft
                        .Call.Without(TokenParameters.GrantType)
                        .And(TokenParameters.GrantType, "password")
            ),
            Bad("two grants", draft => draft.Form(TokenParameters.GrantType, GrantTypes.ClientCredentials)),
        ],
        [
            Good("no scope", _ => { }),
            Good("its scope", draft => draft.Form(TokenParameters.Scope, "write read")),
            Good("empty scope", draft => draft.Form(TokenParameters.Scope, "")),
            Bad("more scope", draft => draft.Form(TokenParameters.Scope, "read admin")),
        ],
        [
            Good("no client_id", _ => { }),
            Good("its client_id", draft => draft.Form(TokenParameters.ClientId, TestClients.Signer)),
            Bad("another's client_id", draft => draft.Form(TokenParameters.ClientId, TestClients.OtherSigner)),
            Bad("nobody's client_id", draft => draft.Form(TokenParameters.ClientId, "nobody")),
        ],
        [
            Good("nothing else", _ => { }),
            Good("an unknown parameter", draft => draft.Form("resource", "https://api.example")),
            Bad("a secret, too", draft => draft.Form(TokenParameters.ClientSecret, "x")),
            Bad("a header, too", draft => draft.Call = draft.Call.WithHeader("Authorization", "Basic eDp4")),
        ],
        [
            Good("its type", draft => draft.Form(TokenParameters.ClientAssertionType, JwtBearer)),
            Bad("no type", _ => { }),
            Bad("another type", draft => draft.Form(TokenParameters.ClientAssertionType, JwtBearer + "2")),
        ],
        [.. AssertionParts.Header],
        [
            Good("no typ", _ => { }),
            Good("typ JWT", draft => draft.Assertion.Header["typ"] = "jwt"),
            Good("its typ", draft => draft.Assertion.Header["typ"] = "client-authentication+jwt"),
            Bad("another typ", draft => draft.Assertion.Header["typ"] = "at+jwt"),
            Bad("a number as typ", draft => draft.Assertion.Header["typ"] = 5),
        ],
        .. AssertionParts.Claims,
    ];

    public static string Describe(IEnumerable<Choice> choices) =>
        string.Join(", ", choices.Select(choice => string.Create(CultureInfo.InvariantCulture, $"{choice}")));
}
