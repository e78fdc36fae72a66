using System.Security.Cryptography;
using System.Web;
using ClientAuth.Client;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Tests.Statements;

/// <summary>What the SDK's documentation says of signed JWT client assertions, each statement proven by a test of its name.</summary>
public sealed class SignedJwtStatementTests
{
    private const string Symmetric = "mobile-app-jwt-symmetric";
    private const string Asymmetric = "mobile-app-jwt-asymmetric";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Symmetric, "HS256")]
    [InlineData(Asymmetric, "ES256")]
    public async Task The_client_builds_a_JWT_and_presents_it_as_client_assertion(string app, string algorithm)
    {
        await using var lab = await LessonLab.OpenAsync();

        Assert.IsType<TokenOutcome.Issued>(await RequestAsync(lab, app));

        var form = HttpUtility.ParseQueryString(lab.LastExchange.Request.Body);
        var assertion = DecodedJwt.Parse(form["client_assertion"]!);
        Assert.Equal(ClientAssertionTypes.JwtBearer, form["client_assertion_type"]);
        Assert.Equal(algorithm, assertion.Header.GetProperty("alg").GetString());
        Assert.Equal(app, assertion.ClaimString("sub"));
        Assert.Null(form["client_secret"]);
        Assert.Null(lab.LastExchange.Request.Header("Authorization"));
    }

    [Fact]
    public async Task The_server_is_configured_with_the_matching_public_key_to_verify_the_assertion()
    {
        await using var lab = await LessonLab.OpenAsync();
        var app = lab.Client(Asymmetric);
        using var another = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        // The whole of what the server holds; that a JWK can hold no private part, its reader sees to.
        var held = Assert.Single(lab.Server.Clients.Find(Asymmetric)!.Jwks!.Keys);
        Assert.Equal(Jwk.FromPublicKey(app.PrivateKey!).X, held.X);
        Assert.Null(lab.Server.Clients.Find(Asymmetric)!.ClientSecret);
        Assert.IsType<TokenOutcome.Issued>(await RequestAsync(lab, Asymmetric));

        lab.MustBeRefused(
            await RequestAsync(lab, Asymmetric, Signed(another, app.KeyId)),
            401,
            OAuthErrors.InvalidClient,
            Rules.Signature.Name
        );
    }

    [Fact]
    public async Task Or_with_the_shared_secret()
    {
        await using var lab = await LessonLab.OpenAsync();

        Assert.Equal(lab.Client(Symmetric).Secret!.Reveal(), lab.Server.Clients.Find(Symmetric)!.ClientSecret);
        Assert.IsType<TokenOutcome.Issued>(await RequestAsync(lab, Symmetric));

        var another = new ClientSecret("another-secret-of-more-than-32-characters");
        lab.MustBeRefused(
            await RequestAsync(
                lab,
                Symmetric,
                new ClientAuthenticationMethodConfiguration.SignedJwt.Symmetric(another)
            ),
            401,
            OAuthErrors.InvalidClient,
            Rules.Signature.Name
        );
    }

    [Theory]
    [InlineData(Symmetric)]
    [InlineData(Asymmetric)]
    public async Task Provides_cryptographic_proof_of_possession(string app)
    {
        await using var lab = await LessonLab.OpenAsync();
        var client = lab.TokenClient(app, RegisteredMethod.Of(lab.Client(app)));
        var prepared = client.Prepare();
        Assert.IsType<TokenOutcome.Issued>(await client.SendAsync(prepared, Cancellation));

        // Whoever reads the request has a proof that is spent, and no key to make another one.
        lab.MustBeRefused(
            await client.SendAsync(prepared, Cancellation),
            401,
            OAuthErrors.InvalidClient,
            Rules.JtiUnused.Name
        );
        if (lab.Client(app).Secret is { } secret)
        {
            Assert.DoesNotContain(secret.Reveal(), lab.LastExchange.Request.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_TLS_level_coupling()
    {
        await using var lab = await LessonLab.OpenAsync();
        var app = lab.Client(Asymmetric);
        var signer = ((ClientAuthenticationMethodConfiguration.SignedJwt)RegisteredMethod.Of(app)).Signer;

        // Made before there is a connection, and carried by whoever has one: here one with somebody else's certificate.
        var assertion = ClientAssertionBuilder
            .For(Asymmetric, lab.Server.Issuer, signer, lab.Clock, "made-elsewhere")
            .Build();
        var carrier = lab.CreateHttpClient(lab.Client("mobile-app-mtls").Certificate);
        var answer = await carrier.PostAsync(
            lab.Server.Metadata.MtlsEndpointAliases!.TokenEndpoint,
            new FormUrlEncodedContent([
                new("grant_type", "client_credentials"),
                new("client_assertion_type", ClientAssertionTypes.JwtBearer),
                new("client_assertion", assertion.Compact),
            ]),
            Cancellation
        );

        answer.EnsureSuccessStatusCode();
        Assert.NotNull(lab.LastExchange.Tls.ClientCertificate);
    }

    [Fact]
    public async Task And_integrates_cleanly_with_key_rotation_processes()
    {
        await using var lab = await LessonLab.OpenAsync();
        var old = lab.Client(Asymmetric);
        using var next = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var nextKey = Jwk.FromPublicKey(next);
        var oldMethod = RegisteredMethod.Of(old);
        var nextMethod = Signed(next, nextKey.Kid);

        Publish(lab, [.. old.Registration.Jwks!.Keys, nextKey]);
        Assert.IsType<TokenOutcome.Issued>(await RequestAsync(lab, Asymmetric, oldMethod));
        Assert.IsType<TokenOutcome.Issued>(await RequestAsync(lab, Asymmetric, nextMethod));

        Publish(lab, [nextKey]);
        Assert.IsType<TokenOutcome.Issued>(await RequestAsync(lab, Asymmetric, nextMethod));
        lab.MustBeRefused(
            await RequestAsync(lab, Asymmetric, oldMethod),
            401,
            OAuthErrors.InvalidClient,
            Rules.Key.Name
        );
    }

    private static void Publish(LessonLab lab, IReadOnlyList<Jwk> keys) =>
        lab.Server.Clients.Replace(lab.Server.Clients.Find(Asymmetric)! with { Jwks = new JwkSet { Keys = keys } });

    private static ClientAuthenticationMethodConfiguration.SignedJwt.Asymmetric Signed(ECDsa key, string? kid) =>
        new(key, SignatureAlgorithms.ES256, kid);

    private static Task<TokenOutcome> RequestAsync(
        LessonLab lab,
        string app,
        ClientAuthenticationMethodConfiguration? method = null
    ) => lab.TokenClient(app, method ?? RegisteredMethod.Of(lab.Client(app))).RequestTokenAsync(null, Cancellation);
}
