using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials.Clients;
using ClientAuth.Protocol;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.Credentials.Tests.Clients;

public sealed class ClientProvisioningTests : IDisposable
{
    private readonly FakeTimeProvider _clock = TestClock.Create();
    private readonly LabAuthority _authority;

    public ClientProvisioningTests() => _authority = LabAuthority.Create(_clock);

    public static TheoryData<string> AsymmetricAlgorithms => [.. SignatureAlgorithms.Asymmetric];

    public void Dispose() => _authority.Dispose();

    [Fact]
    public void A_public_client_needs_nothing()
    {
        using var client = Provision(new ClientMetadata { ClientId = "app", TokenEndpointAuthMethod = "none" });

        Assert.Equal((null, null, null), (client.Secret, client.PrivateKey, client.Certificate));
    }

    [Theory]
    [InlineData("attest_jwt_client_auth")]
    [InlineData("attest_jwt_client_auth_dpop")]
    public void A_client_that_an_attester_vouches_for_is_left_as_it_is(string method)
    {
        var registration = new ClientMetadata { ClientId = "app", TokenEndpointAuthMethod = method };

        using var client = Provision(registration);

        Assert.Same(registration, client.Registration);
        Assert.Equal((null, null, null), (client.Secret, client.PrivateKey, client.Certificate));
    }

    [Theory]
    [InlineData("private_key_jwt")]
    [InlineData("self_signed_tls_client_auth")]
    public void A_client_that_publishes_its_keys_is_left_as_it_is(string method)
    {
        var registration = new ClientMetadata
        {
            ClientId = "app",
            TokenEndpointAuthMethod = method,
            JwksUri = "https://keys.example/jwks",
        };

        using var client = Provision(registration);

        Assert.Same(registration, client.Registration);
        Assert.Equal((null, null), (client.PrivateKey, client.Certificate));
    }

    [Theory]
    [InlineData("client_secret_basic", null, 43)]
    [InlineData("client_secret_post", null, 43)]
    [InlineData("client_secret_jwt", "HS256", 43)]
    [InlineData("client_secret_jwt", "HS384", 64)]
    [InlineData("client_secret_jwt", "HS512", 86)]
    [InlineData("client_secret_jwt", null, 86)]
    public void A_shared_secret_is_long_enough_and_the_same_on_both_sides(string method, string? algorithm, int length)
    {
        using var client = Provision(
            new ClientMetadata
            {
                ClientId = "app",
                TokenEndpointAuthMethod = method,
                TokenEndpointAuthSigningAlg = algorithm,
            }
        );

        Assert.Equal(length, client.Secret!.Reveal().Length);
        Assert.Equal(client.Secret.Reveal(), client.Registration.ClientSecret);
        Assert.Equal($"app ({method})", client.ToString());
    }

    [Theory]
    [MemberData(nameof(AsymmetricAlgorithms))]
    public void A_key_pair_fits_its_algorithm_and_only_its_public_half_is_registered(string algorithm)
    {
        using var client = Provision(
            new ClientMetadata
            {
                ClientId = "app",
                TokenEndpointAuthMethod = "private_key_jwt",
                TokenEndpointAuthSigningAlg = algorithm,
            }
        );

        var jwk = Assert.Single(client.Registration.Jwks!.Keys);
        Assert.Equal((client.KeyId, algorithm, "sig"), (jwk.Kid, jwk.Alg, jwk.Use));
        Assert.Equal(Jwk.FromPublicKey(client.PrivateKey!).Thumbprint(), jwk.Kid);
        var expected = algorithm switch
        {
            "ES256" => 256,
            "ES384" => 384,
            "ES512" => 521,
            _ => 2048,
        };
        Assert.Equal(expected, client.PrivateKey!.KeySize);
    }

    [Fact]
    public void A_key_pair_without_an_algorithm_is_for_ES256()
    {
        using var client = Provision(
            new ClientMetadata { ClientId = "app", TokenEndpointAuthMethod = "private_key_jwt" }
        );

        Assert.Equal("ES256", client.Registration.TokenEndpointAuthSigningAlg);
        Assert.IsType<ECDsa>(client.PrivateKey, exactMatch: false);
    }

    [Fact]
    public void A_self_signed_certificate_is_registered_whole()
    {
        using var client = Provision(
            new ClientMetadata { ClientId = "a,b=c", TokenEndpointAuthMethod = "self_signed_tls_client_auth" }
        );

        var jwk = Assert.Single(client.Registration.Jwks!.Keys);
        Assert.Equal([Convert.ToBase64String(client.Certificate!.RawData)], jwk.X5c);
        Assert.Equal("CN=\"a,b=c\"", client.Certificate.Subject);
        Assert.True(client.Certificate.HasPrivateKey);
    }

    [Fact]
    public void An_issued_certificate_bears_the_registered_name()
    {
        Assert.Equal(
            "CN=\"a,b\", O=Lab",
            Issued(new() { ClientId = "app", TlsClientAuthSubjectDn = @"CN=a\,b,O=Lab" }).Subject
        );
        Assert.Equal(
            "a.example",
            Issued(new() { ClientId = "app", TlsClientAuthSanDns = "a.example" })
                .GetNameInfo(X509NameType.DnsName, false)
        );
        Assert.Equal(
            "urn:lab:app",
            Issued(new() { ClientId = "app", TlsClientAuthSanUri = "urn:lab:app" })
                .GetNameInfo(X509NameType.UrlName, false)
        );
        Assert.Equal(
            "app@lab.example",
            Issued(new() { ClientId = "app", TlsClientAuthSanEmail = "app@lab.example" })
                .GetNameInfo(X509NameType.EmailName, false)
        );
        var addresses = Issued(new() { ClientId = "app", TlsClientAuthSanIp = "2001:db8:0::1" })
            .Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(names => names.EnumerateIPAddresses());
        Assert.Equal(["2001:db8::1"], addresses.Select(address => address.ToString()));
    }

    [Fact]
    public void What_a_registration_brings_is_kept()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var jwks = new JwkSet { Keys = [Jwk.FromPublicKey(key)] };

        using var secret = Provision(new ClientMetadata { ClientId = "app", ClientSecret = "own" });
        using var pair = Provision(
            new ClientMetadata
            {
                ClientId = "app",
                TokenEndpointAuthMethod = "private_key_jwt",
                Jwks = jwks,
            }
        );
        using var certificate = Provision(
            new ClientMetadata
            {
                ClientId = "app",
                TokenEndpointAuthMethod = "self_signed_tls_client_auth",
                Jwks = jwks,
            }
        );

        Assert.Equal(("own", "own"), (secret.Secret!.Reveal(), secret.Registration.ClientSecret));
        Assert.Same(jwks, pair.Registration.Jwks);
        Assert.Null(pair.PrivateKey);
        Assert.Same(jwks, certificate.Registration.Jwks);
        Assert.Null(certificate.Certificate);
    }

    [Fact]
    public void A_registration_that_contradicts_itself_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            Provision(new ClientMetadata { ClientId = "app", TokenEndpointAuthMethod = "magic" })
        );

        Assert.StartsWith(
            "Client 'app': token_endpoint_auth_method 'magic' is unknown; ",
            error.Message,
            StringComparison.Ordinal
        );
    }

    private X509Certificate2 Issued(ClientMetadata template) =>
        Provision(template with { TokenEndpointAuthMethod = "tls_client_auth" }).Certificate!;

    private ProvisionedClient Provision(ClientMetadata template) =>
        ClientProvisioning.Provision(template, _authority, _clock);
}
