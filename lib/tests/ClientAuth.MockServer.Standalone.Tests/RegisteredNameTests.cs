using System.Text.Json;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Certificates.Names;
using ClientAuth.MockServer.Standalone.Tests.Processes;
using ClientAuth.MockServer.Standalone.Tests.Tokens;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Standalone.Tests;

/// <summary>A subject name that a client may register is one that --clients may hold, and the certificate made for it has that name.</summary>
public sealed class RegisteredNameTests
{
    private static readonly string[] Names =
    [
        "CN=#0C03617070,O=Lab",
        "CN=app+UID=7,O=Lab",
        "UID=7 + CN=app,O=Lab",
        "CN=\"a,b\",O=Lab",
        "1.2.3.4=#0C0178,O=Lab",
        @"CN=a\,b\2Bc,OU=\C3\A9t\C3\A9",
        "SN=s,G=g,T=t,PSEUDONYM=p,DC=lab",
    ];

    private static readonly string[] NoNames =
    [
        "",
        "app",
        "CN=a,",
        "CN=a,,O=b",
        "CN=a+",
        "CN=#0401",
        "CN=#0C036170",
        "CN=#0C0361707000",
        "CN=\"a",
        @"CN=a\",
        @"CN=\FF",
        "CN=a;O=b",
        "WHAT=a",
        "1=a",
        "1.02=a",
    ];

    // Pieces of which names are made, so that they meet in every way.
    private static readonly string[] Pieces =
    [
        "CN",
        "O",
        "uid",
        "OID.2.5.4.3",
        "1.2.3.4",
        "WHAT",
        "=",
        "=",
        "=",
        "=",
        ",",
        ",",
        "+",
        "+",
        " ",
        "a",
        "b",
        "é",
        "#0C0161",
        "#0C",
        "\"",
        "\"",
        @"\",
        @"\,",
        @"\41",
        @"\C3\A9",
        @"\FF",
        ";",
        "<",
        "#",
    ];

    public static TheoryData<string> Accepted => [.. Names];

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Certificate_of_a_name_has_the_name_that_is_registered(string text)
    {
        Assert.True(DistinguishedName.TryParse(text, out var registered));
        Assert.True(DistinguishedName.Read(SubjectName.Parse(text)).Matches(registered));
    }

    [Fact]
    public void What_is_no_name_for_one_is_none_for_the_other() =>
        Assert.All(
            NoNames,
            text =>
            {
                Assert.False(DistinguishedName.TryParse(text, out _), text);
                Assert.Throws<ArgumentException>(() => SubjectName.Parse(text));
            }
        );

    [Fact]
    public void File_and_registration_agree_about_every_text_that_is_nearly_a_name()
    {
        var random = new Random(17);
        var accepted = 0;
        for (var number = 0; number < 20_000; number++)
        {
            var text = string.Concat(random.GetItems(Pieces, random.Next(3, 9)));

            var isRegistered = DistinguishedName.TryParse(text, out var registered);

            Assert.True(isRegistered == IsName(text, out var made), $"{text}: registration {isRegistered}");
            Assert.True(!isRegistered || made!.Matches(registered!), text);
            accepted += isRegistered ? 1 : 0;
        }

        Assert.InRange(accepted, 100, 19_000);
    }

    [Fact]
    public async Task Clients_with_such_names_get_tokens_with_the_certificates_that_were_made_for_them()
    {
        using var folder = new TemporaryFolder();
        IReadOnlyList<ClientMetadata> clients =
        [
            .. Names.Select(
                (name, index) =>
                    new ClientMetadata
                    {
                        ClientId = $"app-{index}",
                        TokenEndpointAuthMethod = TokenEndpointAuthMethods.TlsClientAuth,
                        TlsClientAuthSubjectDn = name,
                    }
            ),
        ];
        await using var server = await StandaloneProcess.StartAsync(
            "--clients",
            folder.Write(
                "clients.json",
                JsonSerializer.Serialize(clients, ProtocolJson.Default.IReadOnlyListClientMetadata)
            )
        );

        foreach (var client in clients.Select(client => server.Client(client.ClientId)))
        {
            var response = await Curl.RequestTokenAsync(
                server,
                server.MtlsTokenEndpoint,
                ("data", $"client_id={client.ClientId}"),
                ("cert", client.Text("certificate_file")),
                ("key", client.Text("certificate_key_file"))
            );
            Answers.AssertIssuedAndBound(response, client);
        }
    }

    private static bool IsName(string text, out DistinguishedName? name)
    {
        try
        {
            name = DistinguishedName.Read(SubjectName.Parse(text));
            return true;
        }
        catch (ArgumentException)
        {
            name = null;
            return false;
        }
    }
}
