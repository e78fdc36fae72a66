using ClientAuth.MockServer.Standalone.Manifests;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Standalone.Tests;

public sealed class CurlExampleTests
{
    [Fact]
    public void Posix_shell_takes_every_argument_as_it_is() =>
        Assert.Equal(
            "curl --noproxy localhost --cacert '/lab one/ca.pem' --data grant_type=client_credentials --data-urlencode 'client_id=it'\\''s $HOME' "
                + "--data-urlencode 'client_secret@/lab one/s.txt' https://localhost:1/token",
            CurlExample.For(Manifest(SecretPost), windows: false)!.Command
        );

    [Fact]
    public void Windows_shells_share_double_quotes() =>
        Assert.Equal(
            "curl.exe --ssl-revoke-best-effort --noproxy localhost --cacert \"/lab one/ca.pem\" --data grant_type=client_credentials "
                + "--data-urlencode \"client_id=it's $HOME\" --data-urlencode \"client_secret@/lab one/s.txt\" https://localhost:1/token",
            CurlExample.For(Manifest(SecretPost), windows: true)!.Command
        );

    [Fact]
    public void Name_that_this_machine_need_not_know_is_led_to_loopback() =>
        Assert.StartsWith(
            "curl --connect-to ::localhost: --noproxy 10.0.2.2 --cacert '/lab one/ca.pem' --data grant_type=client_credentials ",
            CurlExample
                .For(Manifest(SecretPost) with { TokenEndpoint = "https://10.0.2.2:1/token" }, windows: false)!
                .Command,
            StringComparison.Ordinal
        );

    [Fact]
    public void Certificate_goes_to_the_endpoint_that_asks_for_one() =>
        Assert.EndsWith(
            "--cert c.pem --key k.pem https://localhost:2/token",
            CurlExample.For(Manifest(Basic, Certificate), windows: false)!.Command,
            StringComparison.Ordinal
        );

    [Fact]
    public void Windows_gets_no_example_that_its_curl_cannot_run() =>
        Assert.Null(CurlExample.For(Manifest(Certificate), windows: true));

    [Fact]
    public void No_example_would_show_a_secret_or_be_refused() =>
        Assert.Null(CurlExample.For(Manifest(Basic, SecretPost with { GrantTypes = ["authorization_code"] }), false));

    private static ManifestClient SecretPost { get; } =
        new()
        {
            ClientId = "it's $HOME",
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.ClientSecretPost,
            ClientSecretFile = "/lab one/s.txt",
        };

    private static ManifestClient Basic { get; } =
        new()
        {
            ClientId = "basic",
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.ClientSecretBasic,
            ClientSecretFile = "s.txt",
        };

    private static ManifestClient Certificate { get; } =
        new()
        {
            ClientId = "certificate",
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.TlsClientAuth,
            CertificateFile = "c.pem",
            CertificateKeyFile = "k.pem",
        };

    private static Manifest Manifest(params IReadOnlyList<ManifestClient> clients) =>
        new()
        {
            Issuer = "https://localhost:1",
            TokenEndpoint = "https://localhost:1/token",
            JwksUri = "https://localhost:1/jwks",
            RegistrationEndpoint = "https://localhost:1/register",
            Metadata = "https://localhost:1/.well-known/oauth-authorization-server",
            MtlsEndpointAliases = new MtlsEndpointAliases { TokenEndpoint = "https://localhost:2/token" },
            CaCertificate = "/lab one/ca.pem",
            Clients = clients,
            Templates = [],
        };
}
