using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Hosting;

public sealed class StartTests
{
    [Fact]
    public async Task Port_that_is_taken_is_an_error_and_a_port_that_is_free_again_is_not()
    {
        await using var lab = await TestLab.StartAsync();
        var options = lab.Options() with { Port = new Uri(lab.Server.Issuer).Port };

        var error = await Assert.ThrowsAsync<SocketException>(() =>
            MockAuthorizationServer.StartAsync(options, TestContext.Current.CancellationToken)
        );
        Assert.Equal(SocketError.AddressAlreadyInUse, error.SocketErrorCode);
        Assert.StartsWith($"Port {options.Port} cannot be listened on: ", error.Message, StringComparison.Ordinal);
        await lab.Server.DisposeAsync();
        await using var again = await MockAuthorizationServer.StartAsync(
            options,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(lab.Server.Issuer, again.Issuer);
    }

    [Fact]
    public async Task Two_servers_share_nothing()
    {
        await using var lab = await TestLab.StartAsync();
        await using var other = await TestLab.StartAsync();

        (await lab.SendAsync(TestCall.Basic("basic", lab.Clients.Secret))).AssertIssued();

        Assert.NotEqual(lab.Server.Issuer, other.Server.Issuer);
        Assert.Empty(other.Server.Exchanges.Snapshot());
    }

    [Fact]
    public async Task Server_certificate_needs_its_key()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            TestLab.StartAsync(
                (lab, options) =>
                    options with
                    {
                        ServerCertificate = X509CertificateLoader.LoadCertificate(lab.Clients.Certificate.RawData),
                    }
            )
        );

        Assert.StartsWith("ServerCertificate has no private key", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_key_must_be_on_P256()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            TestLab.StartAsync((_, options) => options with { SigningKey = key })
        );

        Assert.StartsWith("SigningKey is on P-384", error.Message, StringComparison.Ordinal);
    }
}
