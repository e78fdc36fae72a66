using ClientAuth.MockServer.Soak.World;

namespace ClientAuth.MockServer.Soak.Load;

/// <summary>Right token requests, one for each method.</summary>
internal sealed class TokenRequests(SoakWorld world, SoakHttp plain, SoakHttp tls, SoakHttp selfSigned)
{
    public IEnumerable<RequestKind> Kinds() =>
        [
            new("secret", _ => BasicAsync(plain), "200"),
            new(
                "secret, new connection",
                async _ =>
                {
                    using var fresh = new SoakHttp(world);
                    return await BasicAsync(fresh);
                },
                "200"
            ),
            new("assertion with a MAC", _ => AssertingAsync(Mac()), "200"),
            new("signed assertion", _ => AssertingAsync(Signed(SoakClients.Signer)), "200"),
            new("signed assertion, keys at jwks_uri", _ => AssertingAsync(Signed(SoakClients.Published)), "200"),
            new("certificate", _ => NamingAsync(tls, SoakClients.Tls), "200"),
            new("self-signed certificate", _ => NamingAsync(selfSigned, SoakClients.SelfSigned), "200"),
            new(
                "certificate, new connection",
                async _ =>
                {
                    using var fresh = new SoakHttp(world, world.Certificate);
                    return await NamingAsync(fresh, SoakClients.Tls);
                },
                "200"
            ),
            new(
                "metadata",
                async _ =>
                    (await plain.SendAsync(HttpMethod.Get, "/.well-known/oauth-authorization-server", null)).Outcome,
                "200"
            ),
        ];

    private string Mac() => SignedJwt.Assertion(SoakClients.Mac, world.Server.Issuer, world.Clock.Now, world.Secret);

    private string Signed(string clientId) =>
        SignedJwt.Assertion(clientId, world.Server.Issuer, world.Clock.Now, world.Key);

    private async Task<string> BasicAsync(SoakHttp http) =>
        (
            await http.PostAsync(TokenForm.Path, TokenForm.Plain(), TokenForm.Basic(SoakClients.Basic, world.Secret))
        ).Outcome;

    private async Task<string> AssertingAsync(string assertion) =>
        (await plain.PostAsync(TokenForm.Path, TokenForm.Asserting(assertion))).Outcome;

    private static async Task<string> NamingAsync(SoakHttp http, string clientId) =>
        (await http.PostAsync(TokenForm.Path, TokenForm.Naming(clientId))).Outcome;
}
