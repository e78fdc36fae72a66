using System.Security.Cryptography;
using ClientAuth.MockServer.Soak.World;

namespace ClientAuth.MockServer.Soak.Load;

/// <summary>Token requests that an attacker sends, or a client by mistake.</summary>
internal sealed class WrongTokenRequests(SoakWorld world, SoakHttp plain, SoakHttp tls)
{
    private const string InvalidClient = "401 invalid_client";

    public IEnumerable<RequestKind> Kinds() =>
        [
            // Throttled after so many, and judged again a minute later.
            new(
                "guessed secret",
                _ => SendAsync(plain, TokenForm.Plain(), TokenForm.Basic(SoakClients.Guessed, RandomText(20))),
                InvalidClient,
                "429 invalid_client",
                "429 temporarily_unavailable"
            ),
            new(
                "secret of an unknown client",
                _ => SendAsync(plain, TokenForm.Plain(), TokenForm.Basic(RandomText(200), RandomText(20))),
                InvalidClient
            ),
            new("replayed assertion", _ => ReplayAsync(), InvalidClient),
            new("forged assertion", _ => AssertingAsync(Signed(world.ForeignKey)), InvalidClient),
            new(
                "forged assertion, keys at jwks_uri",
                _ => AssertingAsync(SignedFor(SoakClients.Published, world.ForeignKey)),
                InvalidClient
            ),
            new("damaged assertion", _ => AssertingAsync(Signed(world.Key)[..^7]), InvalidClient),
            new("assertion of 50 kB", _ => AssertingAsync($"{RandomText(50_000)}.e30.AA"), InvalidClient),
            new(
                "certificate of another client",
                _ => SendAsync(tls, TokenForm.Naming(SoakClients.SelfSigned)),
                InvalidClient
            ),
            new(
                "two mechanisms",
                _ =>
                    SendAsync(
                        plain,
                        TokenForm.Asserting(Signed(world.Key)),
                        TokenForm.Basic(SoakClients.Basic, world.Secret)
                    ),
                "400 invalid_request"
            ),
            new(
                "body over the limit",
                _ => SendAsync(plain, new Dictionary<string, string> { ["grant_type"] = RandomText(100_000) }),
                "413 invalid_request"
            ),
            new(
                "head over the limit",
                _ => SendAsync(plain, TokenForm.Plain(), ("X-Long", RandomText(30_000))),
                "431 invalid_request"
            ),
            new(
                "path that there is none of",
                async _ => (await plain.SendAsync(HttpMethod.Get, "/" + RandomText(500), null)).Outcome,
                "404",
                "404 invalid_request"
            ),
        ];

    private async Task<string> ReplayAsync()
    {
        var form = TokenForm.Asserting(Signed(world.Key));
        var first = await plain.PostAsync(TokenForm.Path, form);
        return first.Status == 200 ? (await plain.PostAsync(TokenForm.Path, form)).Outcome : $"first {first.Outcome}";
    }

    private Task<string> AssertingAsync(string assertion) => SendAsync(plain, TokenForm.Asserting(assertion));

    private static async Task<string> SendAsync(
        SoakHttp http,
        Dictionary<string, string> form,
        params IReadOnlyList<(string Name, string Value)> headers
    ) => (await http.PostAsync(TokenForm.Path, form, headers)).Outcome;

    private string Signed(ECDsa key) => SignedFor(SoakClients.Signer, key);

    private string SignedFor(string clientId, ECDsa key) =>
        SignedJwt.Assertion(clientId, world.Server.Issuer, world.Clock.Now, key);

    private static string RandomText(int length) =>
        RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz", length);
}
