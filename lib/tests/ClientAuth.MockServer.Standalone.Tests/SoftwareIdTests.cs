using ClientAuth.MockServer.Standalone.Exits;
using ClientAuth.MockServer.Standalone.Tests.Processes;

namespace ClientAuth.MockServer.Standalone.Tests;

/// <summary>Many libraries register with a <c>software_id</c> of their own (RFC 7591 §2); here it names a template, unless an option says otherwise.</summary>
public sealed class SoftwareIdTests
{
    private const string Registrant = "mobile-app-secret";

    private const string Metadata =
        """{"software_id":"4NRB1-0XZABZI9E6-5SM3R","token_endpoint_auth_method":"client_secret_basic","grant_types":["client_credentials"]}""";

    [Fact]
    public async Task One_that_names_no_template_is_refused_in_words_and_the_console_says_what_allows_it()
    {
        await using var server = await StandaloneProcess.StartAsync("--end-with-input");

        var refused = await RegisterAsync(server);
        var (exitCode, errors) = await server.EndInputAsync();

        Assert.Equal(400, refused.Status);
        Assert.Equal(
            """{"error":"invalid_client_metadata","error_description":"the client metadata is not allowed: software_id must name a template of this server or be left out"}""",
            refused.Body
        );
        Assert.Equal(ExitCodes.Ended, exitCode);
        Assert.Equal(
            "refused: template.known: expected the identifier of a template as software_id, or none, "
                + "got '4NRB1… (22 characters)'. --accept-unknown-software-ids allows one that names no template."
                + Environment.NewLine,
            errors
        );
    }

    [Fact]
    public async Task The_option_lets_it_register()
    {
        await using var server = await StandaloneProcess.StartAsync("--accept-unknown-software-ids");

        var registered = await RegisterAsync(server);

        Assert.Equal(201, registered.Status);
        Assert.Equal("4NRB1-0XZABZI9E6-5SM3R", registered.Json.GetProperty("software_id").GetString());
    }

    private static async Task<CurlResponse> RegisterAsync(StandaloneProcess server)
    {
        var secret = server.Client(Registrant).Content("client_secret_file");
        var token = await Curl.RequestTokenAsync(server, ("user", $"{Registrant}:{secret}"), ("data", "scope=dcr"));
        var answer = await Curl.RunAsync(
            server,
            server.Manifest.GetProperty("registration_endpoint").GetString()!,
            ("header", $"Authorization: Bearer {token.Json.GetProperty("access_token").GetString()}"),
            ("header", "Content-Type: application/json"),
            ("data", Metadata)
        );
        return CurlResponse.Parse(answer.Succeeded());
    }
}
