using System.Security.Cryptography;
using System.Text.Json.Nodes;
using NotebookEngine.Comparison;
using NotebookEngine.Notebooks;
using NotebookEngine.StoredOutputs;

namespace NotebookEngine.Tests.StoredOutputs;

/// <summary>What must never be stored, and what looks like it and may.</summary>
public sealed class ExposuresTests : IDisposable
{
    private const string Value = "J1HiXqN0tVr3bLq9abZwPs7QeYc2mKdR5uGfThWx8v4";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("-----BEGIN PRIVATE KEY-----", "a private key (PEM): -----BEGIN P…")]
    [InlineData("-----BEGIN EC PRIVATE KEY-----", "a private key (PEM): -----BEGIN E…")]
    [InlineData(
        "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg" + Value,
        "a private key (DER in Base64): MIGHAgEAMBMG…"
    )]
    [InlineData("{\"kty\":\"EC\",\"d\": \"" + Value + "\"}", "a private key (JWK): \"d\": \"J1HiXq…")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJhIn0." + Value, "a whole signed token: eyJhbGciOiJF…")]
    [InlineData(
        "Authorization: Basic bW9iaWxlOmEtbG9uZy1zZWNyZXQ4",
        "credentials of an Authorization header: Basic bW9iaW…"
    )]
    [InlineData("client_id=a&client_secret=" + Value, "a secret: client_secre…")]
    [InlineData("\"access_token\": \"" + Value + "\"", "a secret: access_token…")]
    public void A_secret_and_a_private_key_are_told_by_their_start(string text, string told) =>
        Assert.Equal([$"output 1, text, line 2: {told}"], In($"first\n{text}"));

    [Fact]
    public void A_private_key_is_told_in_every_form_in_which_it_is_exported()
    {
        byte[][] keys =
        [
            .. new[] { ECCurve.NamedCurves.nistP256, ECCurve.NamedCurves.nistP384, ECCurve.NamedCurves.nistP521 }
                .Select(ECDsa.Create)
                .SelectMany(key => new[] { key.ExportPkcs8PrivateKey(), key.ExportECPrivateKey() }),
            .. new[] { 2048, 3072 }
                .Select(RSA.Create)
                .SelectMany(key => new[] { key.ExportPkcs8PrivateKey(), key.ExportRSAPrivateKey() }),
        ];

        Assert.All(
            keys.Select(Convert.ToBase64String),
            key => Assert.Equal([$"output 1, text, line 1: a private key (DER in Base64): {key[..12]}…"], In(key))
        );
    }

    [Fact]
    public void A_public_key_is_none()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(2048);

        Assert.Empty(In(Convert.ToBase64String(curve.ExportSubjectPublicKeyInfo())));
        Assert.Empty(In(Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo())));
        Assert.Empty(In(Convert.ToBase64String(rsa.ExportRSAPublicKey())));
    }

    [Fact]
    public void A_name_and_its_value_may_stand_in_two_cells_of_a_table() =>
        Assert.Equal(
            ["output 1, text, line 1: a secret: client_secre…"],
            In($"<tr><th>client_secret</th><td><code>{Value[..20]}<wbr />{Value[20..]}</code></td></tr>")
        );

    [Fact]
    public void A_quoted_member_may_be_escaped() =>
        Assert.Equal(
            ["output 1, text, line 1: a private key (JWK): \"d\":\"J1HiXqN…"],
            In($"<code>&quot;d&quot;:&quot;{Value}&quot;</code>")
        );

    [Theory]
    [InlineData("see /ho{0}me/ada/keys/a.p12", "/ho{0}me/ada/keys/a.p12")]
    [InlineData("'/tm{0}p/x/a.pem'", "/tm{0}p/x/a.pem")]
    [InlineData("at C:\\Us{0}ers\\ada\\a.pem", "C:\\Us{0}ers\\ada\\a.pem")]
    public void A_path_of_some_machine_is_told_whole(string text, string path) =>
        Assert.Equal(
            [
                $"output 1, text, line 1: a path of this machine: {string.Format(System.Globalization.CultureInfo.InvariantCulture, path, "")}",
            ],
            In(string.Format(System.Globalization.CultureInfo.InvariantCulture, text, ""))
        );

    [Fact]
    public void The_folder_above_the_notebook_is_a_path_wherever_it_lies() =>
        Assert.Equal(
            ["output 1, text, line 1: a path of this machine: /srv/checkout/certs/a.p12"],
            new Exposures(["/srv/checkout"])
                .In(Saved("in '/srv/checkout/certs/a.p12'"), Notebook())
                .Select(problem => problem.Told)
        );

    [Theory]
    [InlineData("-----BEGIN CERTIFICATE-----")]
    [InlineData("Authorization: Basic bW9iaWxlOmEt… (52 characters)")]
    [InlineData("Authorization: Basic <the credentials>")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJhIn0.J1HiXqN0…")]
    [InlineData("client_secret=J1HiXqN0… (43 characters)")]
    [InlineData("token_endpoint_auth_method: client_secret_basic")]
    [InlineData("{\"kty\":\"EC\",\"x\":\"" + Value + "\"}")]
    [InlineData("https://localhost:39215/tmp/token")]
    [InlineData("certs/lab-664dd366c8cc3cf0/a.p12")]
    [InlineData("RFC 7523 §3, application/json")]
    public void What_is_shortened_or_public_is_none(string text) => Assert.Empty(In(text));

    private IEnumerable<string> In(string text)
    {
        var notebook = Notebook();
        return Exposures.Of(notebook).In(Saved(text), notebook).Select(problem => problem.Told);
    }

    private Notebook Notebook() =>
        NotebookEngine.Notebooks.Notebook.Read(
            _folder.Write("notebooks/a.ipynb", new NotebookText().Code("only", "1").ToString())
        );

    private static SavedNotebook Saved(string text) =>
        new(
            new JsonObject
            {
                ["cells"] = new JsonArray(
                    new JsonObject
                    {
                        ["cell_type"] = "code",
                        ["id"] = "only",
                        ["execution_count"] = 1,
                        ["outputs"] = new JsonArray(
                            new JsonObject
                            {
                                ["output_type"] = "stream",
                                ["name"] = "stdout",
                                ["text"] = text,
                            }
                        ),
                    }
                ),
            }
        );
}
