using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Hosting;

public sealed class StartTests
{
    private static readonly Dictionary<
        string,
        Func<AuthorizationServerOptions, AuthorizationServerOptions>
    > WrongOptions = new()
    {
        ["Port is 65536; it must be 0 to 65535."] = o => o with { Port = 65536 },
        ["MtlsPort is -1; it must be 0 to 65535."] = o => o with { MtlsPort = -1 },
        [
            "MtlsPort is 8443, as Port is; only one of the two listeners asks for a client certificate, so each needs its own."
        ] = o => o with { Port = 8443, MtlsPort = 8443 },
        ["HostName is 'https://as.example'; it must be a host name or an IP address, without scheme and port."] = o =>
            o with
            {
                HostName = "https://as.example",
            },
        ["ClockSkew is -00:00:01; it must be 00:00:00 to 365.00:00:00."] = o =>
            o with
            {
                ClockSkew = TimeSpan.FromSeconds(-1),
            },
        ["MaximumAssertionLifetime is 10675199.02:48:05.4775807; it must be 00:00:01 to 365.00:00:00."] = o =>
            o with
            {
                Assertions = new() { MaximumAssertionLifetime = TimeSpan.MaxValue },
            },
        ["AccessTokenLifetime is 00:00:00; it must be 00:00:01 to 365.00:00:00."] = o =>
            o with
            {
                Tokens = new() { AccessTokenLifetime = TimeSpan.Zero },
            },
        ["PushedAuthorizationRequestLifetime is 00:10:01; it must be 00:00:05 to 00:10:00."] = o =>
            o with
            {
                Limits = new() { PushedAuthorizationRequestLifetime = TimeSpan.FromSeconds(601) },
            },
        ["ResourceServers names 'nobody', which is not among Clients."] = o =>
            o with
            {
                Tokens = new() { ResourceServers = ["nobody"] },
            },
        ["AssertionAlgorithms has 'EdDSA', which this server does not know."] = o =>
            o with
            {
                Assertions = new() { AssertionAlgorithms = ["ES256", "EdDSA"] },
            },
        ["MinimumRsaKeySize is 512; it must be 1024 to 8192."] = o =>
            o with
            {
                Keys = new() { MinimumRsaKeySize = 512 },
            },
        ["MaximumRequestBodySize is 0; it must be 1 to 2147483647."] = o =>
            o with
            {
                Limits = new() { MaximumRequestBodySize = 0 },
            },
        ["JwksUriTimeout is 00:00:00; it must be 00:00:00.0010000 to 00:01:00."] = o =>
            o with
            {
                KeySets = o.KeySets with { JwksUriTimeout = TimeSpan.Zero },
            },
        ["MaximumKeySetSize is 0; it must be 1 to 16777216."] = o =>
            o with
            {
                KeySets = o.KeySets with { MaximumKeySetSize = 0 },
            },
        ["KeySetRefetchInterval is 00:11:00; it must be 00:00:01 to 00:10:00."] = o =>
            o with
            {
                KeySets = o.KeySets with { KeySetRefetchInterval = TimeSpan.FromMinutes(11) },
            },
        ["MaximumRequestHeadersSize is 300000; it must be 1 to 262144."] = o =>
            o with
            {
                Limits = new() { MaximumRequestHeadersSize = 300_000 },
            },
        ["AuthenticationFailureLimit is 0; it must be 1 to 2147483647."] = o =>
            o with
            {
                Secrets = o.Secrets with { AuthenticationFailureLimit = 0 },
            },
        ["RecordedExchangeLimit is 0; it must be 1 to 2147483647."] = o =>
            o with
            {
                Limits = new() { RecordedExchangeLimit = 0 },
            },
    };

    public static TheoryData<string> WrongOptionNames() => [.. WrongOptions.Keys];

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
        var error = await Assert.ThrowsAsync<InvalidOptionException>(() =>
            TestLab.StartAsync(
                (lab, options) =>
                    options with
                    {
                        ServerCertificate = X509CertificateLoader.LoadCertificate(lab.Clients.Certificate.RawData),
                    }
            )
        );

        Assert.Equal(nameof(AuthorizationServerOptions.ServerCertificate), error.Option);
        Assert.StartsWith("ServerCertificate has no private key", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WrongOptionNames))]
    public async Task Option_out_of_its_range_is_named_at_the_start(string message)
    {
        var error = await Assert.ThrowsAsync<InvalidOptionException>(() =>
            TestLab.StartAsync((_, options) => WrongOptions[message](options))
        );

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public async Task Signing_key_must_be_on_P256()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        var error = await Assert.ThrowsAsync<InvalidOptionException>(() =>
            TestLab.StartAsync((_, options) => options with { Keys = new() { SigningKey = key } })
        );

        Assert.Equal(nameof(KeyOptions.SigningKey), error.Option);
        Assert.StartsWith("SigningKey is on P-384", error.Message, StringComparison.Ordinal);
    }

    // The platform reads such a certificate and fails at its dates: with each request, if not here.
    [Fact]
    public async Task Authority_that_is_no_well_formed_certificate_is_named_at_the_start()
    {
        using var malformed = LabAuthority.Create(
            TimeProvider.System,
            CertificateProfile.Authority("Malformed") with
            {
                Rewrite = raw => raw with { NotAfter = [0x17, 0x0B, .. "2612312359Z"u8] },
            }
        );

        var error = await Assert.ThrowsAsync<InvalidOptionException>(() =>
            TestLab.StartAsync(
                (lab, options) =>
                    options with
                    {
                        Certificates = new() { ClientAuthorities = [lab.Authority.Certificate, malformed.Certificate] },
                    }
            )
        );

        Assert.Equal(nameof(CertificateOptions.ClientAuthorities), error.Option);
        Assert.StartsWith(
            "ClientAuthorities[1], 'CN=Malformed, O=Client Authentication Lab', is no well-formed certificate: ",
            error.Message,
            StringComparison.Ordinal
        );
    }
}
