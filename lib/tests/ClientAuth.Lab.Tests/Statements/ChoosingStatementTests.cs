using System.Security.Cryptography;
using ClientAuth.Client;
using ClientAuth.Client.Haapi;
using ClientAuth.Client.Registration;
using ClientAuth.Credentials;
using ClientAuth.Lab.Choosing;
using ClientAuth.Lab.Devices;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Tests.Statements;

/// <summary>What the SDK's documentation says about choosing, each statement proven by a test of its name.</summary>
public sealed class ChoosingStatementTests
{
    private const string Main = "mobile-app-jwt-asymmetric";

    private static readonly DecisionModel Model = DecisionModel.Load();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Production_deployments_that_need_a_fallback_typically_use_Signed_JWT_asymmetric()
    {
        await using var lab = await LessonLab.OpenAsync();
        var chosen = Model.Recommend("production", "mixed").Method;

        using var accessor = await RegisterAsync(lab, lab.Devices["uncertified-hardware"]);

        Assert.Equal("signed-jwt-asymmetric", chosen.Id);
        Assert.Equal(chosen.RegisteredAs, [lab.Server.Clients.Find(accessor.ClientId)!.TokenEndpointAuthMethod]);
    }

    [Fact]
    public async Task Keys_are_easy_to_rotate()
    {
        await using var lab = await LessonLab.OpenAsync();
        using var next = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var registration = lab.Server.Clients.Find(Main)!;
        var key = Jwk.FromPublicKey(next);
        var method = new ClientAuthenticationMethodConfiguration.SignedJwt.Asymmetric(next, "ES256", key.Kid);

        lab.MustBeRefused(await RequestAsync(lab, method), 401, OAuthErrors.InvalidClient, Rules.Key.Name);
        lab.Server.Clients.Replace(
            registration with
            {
                Jwks = new JwkSet { Keys = [.. registration.Jwks!.Keys, key] },
            }
        );

        // One public key was added; no app was updated, no server restarted, and the key before is as good as it was.
        Assert.IsType<TokenOutcome.Issued>(await RequestAsync(lab, method));
        Assert.IsType<TokenOutcome.Issued>(await RequestAsync(lab, RegisteredMethod.Of(lab.Client(Main))));
    }

    [Fact]
    public async Task The_signing_material_can_live_in_the_device_Keychain_or_Keystore()
    {
        await using var lab = await LessonLab.OpenAsync();
        var device = lab.Devices["uncertified-hardware"];

        using var accessor = await RegisterAsync(lab, device);

        // What the server has is the public half of a key that the device made, and no request carried more of it.
        var registered = Assert.Single(lab.Server.Clients.Find(accessor.ClientId)!.Jwks!.Keys);
        Assert.NotEqual(Jwk.FromPublicKey(lab.Client(Main).PrivateKey!).Kid, registered.Kid);
        Assert.All(
            lab.Server.Exchanges.Snapshot(),
            exchange => Assert.DoesNotContain("\"d\"", exchange.Request.Body, StringComparison.Ordinal)
        );
        // Another phone of the same kind has another key.
        using var neighbour = await RegisterAsync(lab, lab.Devices.Another("uncertified-hardware"));
        Assert.NotEqual(registered.Kid, Assert.Single(lab.Server.Clients.Find(neighbour.ClientId)!.Jwks!.Keys).Kid);
    }

    [Fact]
    public async Task The_servers_configuration_is_decoupled_from_the_transport()
    {
        await using var lab = await LessonLab.OpenAsync();
        var method = RegisteredMethod.Of(lab.Client(Main));
        await using var moved = await LessonLab.OpenAsync(
            new LabOptions
            {
                // Another certificate, another port, another authority; the same registration.
                Clients = [lab.Client(Main).Registration],
            },
            Cancellation
        );

        Assert.IsType<TokenOutcome.Issued>(await RequestAsync(lab, method));
        Assert.IsType<TokenOutcome.Issued>(await moved.TokenClient(Main, method).RequestTokenAsync(null, Cancellation));
        Assert.NotEqual(lab.Authority.Certificate.Thumbprint, moved.Authority.Certificate.Thumbprint);
        Assert.Equal(lab.Server.Clients.Find(Main), moved.Server.Clients.Find(Main));
    }

    [Fact]
    public async Task MTLS_suits_environments_where_a_public_key_infrastructure_already_exists()
    {
        await using var lab = await LessonLab.OpenAsync();
        const string App = "mobile-app-mtls";
        var before = lab.Server.Clients.Find(App);

        // The authority issues for one device after another, and the server is told nothing.
        for (var device = 1; device <= 3; device++)
        {
            using var certificate = lab.Authority.Issue(CertificateProfile.Client(before!.TlsClientAuthSubjectDn!));
            var method = new ClientAuthenticationMethodConfiguration.Mtls(certificate);
            Assert.IsType<TokenOutcome.Issued>(
                await lab.TokenClient(App, method).RequestTokenAsync(null, Cancellation)
            );
        }

        Assert.Equal(before, lab.Server.Clients.Find(App));
        Assert.Equal("mutual-tls", Model.Recommend("production", "mixed", "pki").Method.Id);
        Assert.True(
            Model.Recommend("production", "mixed", "no-pki").Others.Single(o => o.Method.Id == "mutual-tls").IsRuledOut
        );
    }

    private static Task<HaapiAccessor> RegisterAsync(LessonLab lab, LabDevice device) =>
        new HaapiAccessorFactory(lab.HaapiConfiguration(device))
            .SetDcrConfiguration(
                new DcrConfiguration("mobile-app-device-key", new Uri(lab.Server.Metadata.RegistrationEndpoint!))
                {
                    MainClientId = Main,
                }
            )
            .SetClientAuthenticationMethodConfiguration(RegisteredMethod.Of(lab.Client(Main)))
            .CreateAsync(Cancellation);

    private static Task<TokenOutcome> RequestAsync(LessonLab lab, ClientAuthenticationMethodConfiguration method) =>
        lab.TokenClient(Main, method).RequestTokenAsync(null, Cancellation);
}
