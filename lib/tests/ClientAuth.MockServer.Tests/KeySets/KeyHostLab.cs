using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.KeySets;

/// <summary>A server, and a client that publishes its keys at a host of its own.</summary>
internal sealed class KeyHostLab : IAsyncDisposable
{
    public const string Client = "publisher";

    private readonly X509Certificate2 _certificate;

    private KeyHostLab(TestLab lab, JwksHost host, X509Certificate2 certificate) =>
        (Lab, Host, _certificate) = (lab, host, certificate);

    public TestLab Lab { get; }

    public JwksHost Host { get; }

    public ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static async Task<KeyHostLab> StartAsync(
        Func<AuthorizationServerOptions, AuthorizationServerOptions>? change = null
    )
    {
        using var authority = LabAuthority.Create(TimeProvider.System);
        var certificate = authority.Issue(CertificateProfile.LoopbackServer());
        var host = await JwksHost.StartAsync(certificate, TestContext.Current.CancellationToken);
        var anchor = X509CertificateLoader.LoadCertificate(authority.Certificate.RawData);
        var lab = await TestLab.StartAsync(
            (_, options) =>
            {
                options = options with
                {
                    Clients = [.. options.Clients, Registration(host)],
                    KeySets = options.KeySets with
                    {
                        JwksUriOrigins = [host.Origin],
                        JwksUriAuthorities = [anchor], // Long enough for a machine that is busy; a test of slowness sets its own.
                        JwksUriTimeout = TimeSpan.FromMinutes(1),
                    },
                };
                return change?.Invoke(options) ?? options;
            }
        );
        var started = new KeyHostLab(lab, host, certificate);
        host.Publish(Jwk.FromPublicKey(started.Key));
        return started;
    }

    public Task<TestAnswer> SendAsync(string? kid = null)
    {
        var assertion = Lab.Assertion(Client);
        if (kid is not null)
        {
            assertion.Header["kid"] = kid;
        }

        return Lab.SendAsync(TestCall.Asserting(assertion.Sign(Key)));
    }

    public async ValueTask DisposeAsync()
    {
        await Lab.DisposeAsync();
        await Host.DisposeAsync();
        _certificate.Dispose();
        Key.Dispose();
    }

    private static ClientMetadata Registration(JwksHost host) =>
        new()
        {
            ClientId = Client,
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
            JwksUri = host.JwksUri,
            Scope = "read",
        };
}
