using ClientAuth.MockServer.Standalone.Tests.Processes;
using ClientAuth.MockServer.Standalone.Tests.Tokens;

namespace ClientAuth.MockServer.Standalone.Tests;

/// <summary>The two methods that send the secret itself, with the machine's curl.</summary>
public sealed class SecretTests(RunningServer running)
{
    private const string Challenge = "Basic realm=\"token endpoint\", charset=\"UTF-8\"";

    private readonly StandaloneProcess _server = running.Process;

    [Fact]
    public async Task Client_secret_basic_gets_a_token()
    {
        var client = _server.Client("mobile-app-secret");

        var response = await Curl.RequestTokenAsync(
            _server,
            ("user", $"{client.ClientId}:{client.Content("client_secret_file")}")
        );

        Answers.AssertIssued(response, client.ClientId);
    }

    [Fact]
    public async Task Wrong_secret_in_the_header_is_refused_with_a_challenge()
    {
        var response = await Curl.RequestTokenAsync(_server, ("user", "mobile-app-secret:wrong"));

        Answers.AssertRefused(response, Challenge);
    }

    [Fact]
    public async Task Client_secret_post_gets_a_token()
    {
        var client = _server.Client("mobile-app-secret-post");

        var response = await Curl.RequestTokenAsync(
            _server,
            ("data-urlencode", $"client_id={client.ClientId}"),
            ("data-urlencode", $"client_secret@{client.Text("client_secret_file")}")
        );

        Answers.AssertIssued(response, client.ClientId);
    }

    [Fact]
    public async Task Wrong_secret_in_the_body_is_refused_without_a_challenge()
    {
        var response = await Curl.RequestTokenAsync(
            _server,
            ("data-urlencode", "client_id=mobile-app-secret-post"),
            ("data-urlencode", "client_secret=wrong")
        );

        Answers.AssertRefused(response);
    }
}
