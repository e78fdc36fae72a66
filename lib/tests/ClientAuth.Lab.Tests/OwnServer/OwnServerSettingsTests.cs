using System.Collections.ObjectModel;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Lab.OwnServer.Settings;

namespace ClientAuth.Lab.Tests.OwnServer;

/// <summary>What a learner writes about a server of their own; each mistake in it is told with its place and its mend.</summary>
public sealed class OwnServerSettingsTests : IDisposable
{
    private const string File = "certs/own-server.json";
    private const string Issuer = """ "issuer":"https://server.example" """;

    private readonly SettingsFolder _folder = new();

    [Theory]
    [InlineData(
        """{}""",
        "certs/own-server.json: issuer: is missing. Write the issuer as the server itself writes it, for example https://idsvr.example.com/oauth."
    )]
    [InlineData(
        """{"issuer":"http://server.example"}""",
        "certs/own-server.json: issuer: 'http://server.example' is no https URL without query and fragment. Write the issuer as the server itself writes it, for example https://idsvr.example.com/oauth."
    )]
    [InlineData(
        """{ISSUER}""",
        "certs/own-server.json: clients: is missing or empty. Write one client at least, as data/own-server.example.json does."
    )]
    [InlineData(
        """{ISSUER,"ca_certificate":"ca.pem"}""",
        "certs/own-server.json: ca_certificate: there is no file 'ca.pem'. Name one that exists, absolute or relative to the folder of that file."
    )]
    [InlineData(
        """{ISSUER,"ca_certificate":"text.txt"}""",
        "certs/own-server.json: ca_certificate: 'text.txt' holds no certificate in PEM form. Name the authority's certificate."
    )]
    [InlineData(
        """{ISSUER,"clients":[null]}""",
        "certs/own-server.json: clients[0]: is null. Write an object, as data/own-server.example.json does."
    )]
    [InlineData(
        """{ISSUER,"clients":[{}]}""",
        "certs/own-server.json: clients[0].client_id: is missing. Write the identifier that the server has registered."
    )]
    [InlineData(
        """{ISSUER,"clients":[{"client_id":"a"}]}""",
        "certs/own-server.json: clients[0].token_endpoint_auth_method: is missing. Write one of client_secret_basic, client_secret_post, client_secret_jwt, private_key_jwt, tls_client_auth, self_signed_tls_client_auth."
    )]
    [InlineData(
        """{ISSUER,"clients":[{"client_id":"a","token_endpoint_auth_method":"basic"}]}""",
        "certs/own-server.json: clients[0].token_endpoint_auth_method: 'basic' is no method that this lesson can use. Write one of client_secret_basic, client_secret_post, client_secret_jwt, private_key_jwt, tls_client_auth, self_signed_tls_client_auth."
    )]
    [InlineData(
        """{ISSUER,"clients":[{"client_id":"a","token_endpoint_auth_method":"client_secret_basic"}]}""",
        "certs/own-server.json: clients[0].client_secret_file: is missing. Name a file that holds the secret alone, or write client_secret."
    )]
    [InlineData(
        """{ISSUER,"clients":[{"client_id":"a","token_endpoint_auth_method":"client_secret_basic","client_secret":"s","client_secret_file":"text.txt"}]}""",
        "certs/own-server.json: clients[0].client_secret_file: stands beside client_secret. Write one of the two."
    )]
    [InlineData(
        """{ISSUER,"clients":[{"client_id":"a","token_endpoint_auth_method":"client_secret_post","client_secret_file":"empty.txt"}]}""",
        "certs/own-server.json: clients[0].client_secret_file: 'empty.txt' is empty. Write the secret into it, and nothing else."
    )]
    [InlineData(
        """{ISSUER,"clients":[{"client_id":"a","token_endpoint_auth_method":"client_secret_jwt","client_secret":"short"}]}""",
        "certs/own-server.json: clients[0].client_secret: HS256 needs a secret of at least 32 bytes, this one has 5 (RFC 7518 §3.2). Generate a longer one."
    )]
    [InlineData(
        """{ISSUER,"clients":[{"client_id":"a","token_endpoint_auth_method":"private_key_jwt"}]}""",
        "certs/own-server.json: clients[0].private_key_file: is missing. Name a PEM file with the client's private key."
    )]
    [InlineData(
        """{ISSUER,"clients":[{"client_id":"a","token_endpoint_auth_method":"private_key_jwt","private_key_file":"text.txt"}]}""",
        "certs/own-server.json: clients[0].private_key_file: 'text.txt' holds no unencrypted EC private key, which ES256 needs; write it as PKCS#8 PEM."
    )]
    [InlineData(
        """{ISSUER,"clients":[{"client_id":"a","token_endpoint_auth_method":"tls_client_auth"}]}""",
        "certs/own-server.json: clients[0].pkcs12_file: is missing. Name a PKCS #12 file, or certificate_file and certificate_key_file."
    )]
    [InlineData(
        """{ISSUER,"clients":[{"client_id":"a","token_endpoint_auth_method":"tls_client_auth","pkcs12_file":"text.txt"}]}""",
        "certs/own-server.json: clients[0].pkcs12_file: 'text.txt' cannot be read as a PKCS#12 file: it is damaged or of another kind. Name the file that was exported, and as pkcs12_passphrase_file one that holds its passphrase alone."
    )]
    [InlineData(
        """{ISSUER,"clients":[{"client_id":"a","token_endpoint_auth_method":"tls_client_auth","certificate_file":"text.txt"}]}""",
        "certs/own-server.json: clients[0].certificate_key_file: is missing. Name the PEM file with the certificate's private key."
    )]
    public void What_is_missing_or_wrong_is_named_with_file_field_and_mend(string json, string message)
    {
        _folder.Write("text.txt", "no key and no certificate");
        _folder.Write("empty.txt", "\n");
        _folder.WriteSettings(json.Replace("ISSUER", Issuer, StringComparison.Ordinal));

        Assert.Equal(message, Assert.Throws<OwnServerSettingsException>(_folder.Read).Message);
    }

    [Theory]
    [InlineData(
        """ "pkcs12_file":"app.p12","pkcs12_passphrase_file":"text.txt" """,
        "certs/own-server.json: clients[0].pkcs12_file: The passphrase does not open the PKCS#12 file 'app.p12'. Name the file that was exported, and as pkcs12_passphrase_file one that holds its passphrase alone."
    )]
    [InlineData(
        """ "certificate_file":"app.pem","certificate_key_file":"other-key.pem" """,
        "certs/own-server.json: clients[0].certificate_file: 'app.pem' and 'other-key.pem' are not a certificate and its private key in PEM form. Name two files that belong together, the key not encrypted."
    )]
    [InlineData(
        """ "certificate_file":"app.pem","certificate_key_file":"text.txt" """,
        "certs/own-server.json: clients[0].certificate_file: 'app.pem' and 'text.txt' are not a certificate and its private key in PEM form. Name two files that belong together, the key not encrypted."
    )]
    public void What_does_not_belong_to_a_certificate_is_named_with_its_file(string members, string message)
    {
        using var authority = Credentials.LabAuthority.Create(TimeProvider.System);
        using var certificate = authority.Issue(Credentials.CertificateProfile.LoopbackServer());
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Credentials.Pkcs12File.Create(certificate, "p").WriteTo(Path.Combine(_folder.Path, "app.p12"));
        Credentials.PemFile.WriteCertificates(Path.Combine(_folder.Path, "app.pem"), certificate);
        _folder.AddKey("other-key.pem", other);
        _folder.Write("text.txt", "neither a passphrase nor a key");
        _folder.WriteSettings(
            $$"""{{{Issuer}},"clients":[{"client_id":"a","token_endpoint_auth_method":"tls_client_auth",{{members}}}]}"""
        );

        Assert.Equal(message, Assert.Throws<OwnServerSettingsException>(_folder.Read).Message);
    }

    [Fact]
    public void A_certificate_and_its_key_in_PEM_are_read()
    {
        using var authority = Credentials.LabAuthority.Create(TimeProvider.System);
        using var certificate = authority.Issue(Credentials.CertificateProfile.LoopbackServer());
        using var key = certificate.GetECDsaPrivateKey()!;
        Credentials.PemFile.WriteCertificates(Path.Combine(_folder.Path, "app.pem"), certificate);
        _folder.AddKey("app-key.pem", key);
        _folder.WriteSettings(
            $$"""{{{Issuer}},"clients":[{"client_id":"a","token_endpoint_auth_method":"tls_client_auth","certificate_file":"app.pem","certificate_key_file":"app-key.pem"}]}"""
        );

        using var settings = _folder.Read();

        Assert.Equal("a (tls_client_auth)", Assert.Single(settings.Clients).ToString());
    }

    [Fact]
    public void A_member_that_is_misspelled_is_named_with_its_line()
    {
        _folder.WriteSettings("{\n\"isuer\": \"https://server.example\"\n}");

        var message = Assert.Throws<OwnServerSettingsException>(_folder.Read).Message;

        Assert.StartsWith(
            $"{File}: line 2, at $.isuer: 'isuer' is no member here; there is ",
            message,
            StringComparison.Ordinal
        );
        Assert.EndsWith(" Compare data/own-server.example.json.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_file_and_without_variables_there_are_no_settings() =>
        Assert.Null(OwnServerSettings.Find(ReadOnlyDictionary<string, string>.Empty, _folder.Path));

    [Fact]
    public void The_example_is_read_once_its_files_are_there()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var authority = Credentials.LabAuthority.Create(TimeProvider.System);
        using var certificate = authority.Issue(Credentials.CertificateProfile.LoopbackServer());
        Credentials.PemFile.WriteCertificates(Path.Combine(_folder.Path, "own-authority.pem"), authority.Certificate);
        Credentials.Pkcs12File.Create(certificate, "p").WriteTo(Path.Combine(_folder.Path, "my-app.p12"));
        _folder.Write("my-app.p12.passphrase.txt", "p");
        _folder.Write("my-app-secret.txt", "a secret");
        _folder.AddKey("my-app-key.pem", key);
        _folder.WriteSettings(System.IO.File.ReadAllText(Checkout.PathOf("data", "own-server.example.json")));

        using var settings = _folder.Read();

        Assert.Equal(
            [
                "my-app-secret (client_secret_basic)",
                "my-app-key (private_key_jwt)",
                "my-app-certificate (tls_client_auth)",
            ],
            settings.Clients.Select(client => client.ToString())
        );
        Assert.Equal(("https://idsvr.example.com/oauth", "read"), (settings.Issuer, settings.Scope));
    }

    [Fact]
    public void Environment_variables_come_before_the_file_and_describe_one_client()
    {
        _folder.WriteSettings("{}");

        using var settings = OwnServerSettings.Find(
            new Dictionary<string, string>
            {
                ["OWN_SERVER_ISSUER"] = "https://server.example",
                ["OWN_SERVER_CLIENT_ID"] = "app",
                ["OWN_SERVER_TOKEN_ENDPOINT_AUTH_METHOD"] = "client_secret_post",
                ["OWN_SERVER_CLIENT_SECRET"] = "a secret",
                ["OWN_SERVER_SCOPE"] = "",
                ["PATH"] = "/bin",
            },
            _folder.Path
        )!;

        Assert.Equal("app (client_secret_post)", Assert.Single(settings.Clients).ToString());
        Assert.Equal(("environment variables", null), (settings.Source, settings.Scope));
    }

    [Theory]
    [InlineData(
        "OWN_SERVER_CLIENT_ID",
        "environment variable OWN_SERVER_ISSUER: is missing. Write the issuer as the server itself writes it, for example https://idsvr.example.com/oauth."
    )]
    [InlineData(
        "OWN_SERVER_ISUER",
        "OWN_SERVER_ISUER: is no variable of this lesson; there are OWN_SERVER_ISSUER, OWN_SERVER_CA_CERTIFICATE, "
    )]
    public void A_variable_that_is_missing_or_misspelled_is_named(string variable, string message)
    {
        var error = Assert.Throws<OwnServerSettingsException>(() =>
            OwnServerSettings.Find(new Dictionary<string, string> { [variable] = "app" }, _folder.Path)
        );

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Git_ignores_the_file() =>
        Assert.Contains("certs/*", System.IO.File.ReadAllLines(Checkout.PathOf(".gitignore")));

    public void Dispose() => _folder.Dispose();
}
