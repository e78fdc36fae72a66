using System.Security.Cryptography.X509Certificates;
using ClientAuth.Client.Connections;
using ClientAuth.Credentials;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.Client.Tests;

public sealed class ServerTrustTests : IDisposable
{
    private const string Answer = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero));
    private readonly LabAuthority _authority;
    private readonly X509Certificate2 _certificate;

    public ServerTrustTests()
    {
        _authority = LabAuthority.Create(_clock);
        _certificate = _authority.Issue(CertificateProfile.LoopbackServer());
    }

    private string Hash => PublicKeyHash.Of(_certificate);

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }

    [Fact]
    public async Task A_certificate_that_leads_to_an_anchor_is_trusted() =>
        Assert.Null(await RefusalAsync(new ServerTrust.TrustStore(_authority.Certificate)));

    [Fact]
    public async Task An_anchor_of_the_same_name_with_another_key_is_not_enough()
    {
        using var impostor = LabAuthority.Create(_clock);

        var refusal = await RefusalAsync(new ServerTrust.TrustStore(impostor.Certificate));

        // Platforms disagree on whether such a chain is partial or badly signed.
        Assert.Matches(
            @"^The server 'localhost' is not trusted: the chain of its certificate is faulty \(\w+(, \w+)*\)\. ",
            refusal
        );
        Assert.EndsWith(
            "Expected a chain to 'CN=Client Authentication Lab Root, O=Client Authentication Lab'; "
                + $"seen 'CN=localhost' with public-key hash {Hash}.",
            refusal,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_authority_that_the_machine_does_not_know_is_none_of_its_store()
    {
        var refusal = await RefusalAsync(new ServerTrust.MachineStore());

        Assert.Matches(
            @"^The server 'localhost' is not trusted: the chain of its certificate is faulty \(\w+(, \w+)*\)\. "
                + "Expected a chain to an authority that this machine trusts; ",
            refusal
        );
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_refused()
    {
        using var other = _authority.Issue(CertificateProfile.Server("other.example", "192.0.2.1"));

        var refusal = await RefusalAsync(new ServerTrust.TrustStore(_authority.Certificate), other);

        Assert.Equal(
            "The server 'localhost' is not trusted: its certificate is for other.example, 192.0.2.1. "
                + "Expected a chain to 'CN=Client Authentication Lab Root, O=Client Authentication Lab'; "
                + $"seen 'CN=other.example' with public-key hash {PublicKeyHash.Of(other)}.",
            refusal
        );
    }

    // The platform of macOS calls the lack of extended key usage a wrong name (dotnet/runtime#46952).
    [Fact]
    public async Task A_certificate_without_extended_key_usage_is_for_the_names_that_it_holds()
    {
        using var forAnything = _authority.Issue(CertificateProfile.LoopbackServer() with { ExtendedKeyUsages = [] });

        Assert.Null(await RefusalAsync(new ServerTrust.TrustStore(_authority.Certificate), forAnything));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_certificate_is_refused_once_the_clients_clock_has_passed_its_end(bool pinned)
    {
        _clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        ServerTrust trust = pinned
            ? new ServerTrust.Pinned(new KeyPinning("localhost", Hash))
            : new ServerTrust.TrustStore(_authority.Certificate);

        Assert.StartsWith(
            "The server 'localhost' is not trusted: its certificate or an issuer's is not valid at 2026-05-05 03:02:02Z; "
                + "its own dates are 2026-05-04 02:57:01Z to 2026-05-05 03:02:01Z. Expected ",
            await RefusalAsync(trust),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_client_certificate_is_not_accepted_from_a_server()
    {
        using var forClients = _authority.Issue(
            CertificateProfile.LoopbackServer() with
            {
                ExtendedKeyUsages = [ExtendedKeyUsages.ClientAuthentication],
            }
        );

        Assert.Contains(
            "the chain of its certificate is faulty (NotValidForUsage)",
            await RefusalAsync(new ServerTrust.TrustStore(_authority.Certificate), forClients),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_pinned_key_is_trusted_without_an_authority() =>
        Assert.Null(await RefusalAsync(new ServerTrust.Pinned(new KeyPinning("LocalHost", Hash))));

    [Fact]
    public async Task A_key_that_is_not_pinned_is_refused()
    {
        var others = PublicKeyHash.Of(_authority.Certificate);

        var refusal = await RefusalAsync(new ServerTrust.Pinned(new KeyPinning("localhost", others)));

        Assert.Equal(
            "The server 'localhost' is not trusted: its key is not pinned for this host. "
                + $"Expected the public-key hash {others}; seen 'CN=localhost' with public-key hash {Hash}.",
            refusal
        );
    }

    [Fact]
    public async Task A_pin_counts_for_its_own_host_only()
    {
        var refusal = await RefusalAsync(new ServerTrust.Pinned(new KeyPinning("other.example", Hash)));

        Assert.Equal(
            "The server 'localhost' is not trusted: its key is not pinned for this host. "
                + "Expected a pin for 'localhost', and there are pins for other.example only; "
                + $"seen 'CN=localhost' with public-key hash {Hash}.",
            refusal
        );
    }

    [Fact]
    public async Task A_pinned_key_does_not_excuse_a_certificate_for_another_host()
    {
        using var other = _authority.Issue(CertificateProfile.Server("other.example"));

        Assert.StartsWith(
            "The server 'localhost' is not trusted: its certificate is for other.example. ",
            await RefusalAsync(new ServerTrust.Pinned(new KeyPinning("localhost", PublicKeyHash.Of(other))), other),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_common_name_is_no_host_name()
    {
        using var unnamed = _authority.Issue(
            CertificateProfile.LoopbackServer() with
            {
                DnsNames = [],
                IpAddresses = [],
            }
        );

        foreach (
            ServerTrust trust in new ServerTrust[]
            {
                new ServerTrust.TrustStore(_authority.Certificate),
                new ServerTrust.Pinned(new KeyPinning("localhost", PublicKeyHash.Of(unnamed))),
            }
        )
        {
            Assert.StartsWith(
                "The server 'localhost' is not trusted: its certificate is for no host. ",
                await RefusalAsync(trust, unnamed),
                StringComparison.Ordinal
            );
        }
    }

    // Over a real connection; null where the answer came through.
    private async Task<string?> RefusalAsync(ServerTrust trust, X509Certificate2? certificate = null)
    {
        await using var server = new LoopbackTlsServer(certificate ?? _certificate, Answer);
        using var http = TokenHttp.Create(trust, method: null, _clock);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://localhost:{server.Port}/");
        var call = new ServerCall(http, TimeSpan.FromSeconds(10), TimeProvider.System, "");
        try
        {
            var answer = await call.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(204, answer.Status);
            return null;
        }
        catch (AuthorizationServerException error)
        {
            return error.Message;
        }
    }
}
