using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.MockServer.Tests.LabEndpoints;

namespace ClientAuth.MockServer.Tests.RawHttp;

/// <summary>Target, media type, method and size of a request, as no HTTP library would let a client get them wrong.</summary>
public sealed class RequestHeadTests(SharedLabEndpoints shared) : IClassFixture<SharedLabEndpoints>
{
    private const string Form = "Content-Type: application/x-www-form-urlencoded";

    private readonly TestLab _lab = shared.Lab;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://localhost")]
    [InlineData("https://127.0.0.1:8443")]
    [InlineData("http://127.0.0.1:8443")]
    [InlineData("http://localhost")]
    public async Task A_target_in_absolute_form_leads_where_its_path_does(string origin)
    {
        var authority = origin[(origin.IndexOf("//", StringComparison.Ordinal) + 2)..];
        await using var connection = await RawConnection.OpenAsync(_lab, Cancellation);

        await connection.WriteAsync($"GET {origin}/jwks?a=b HTTP/1.1\r\nHost: {authority}\r\n\r\n", Cancellation);
        var jwks = await connection.ReadAsync("GET", Cancellation);
        Assert.True(jwks is { SaysClose: false }, $"{jwks}");
        await connection.WriteAsync($"GET {origin} HTTP/1.1\r\nHost: {authority}\r\n\r\n", Cancellation);
        var root = await connection.ReadAsync("GET", Cancellation);
        await connection.WriteAsync($"GET {origin}/lab/exchanges HTTP/1.1\r\nHost: {authority}\r\n\r\n", Cancellation);
        var withoutToken = await connection.ReadAsync("GET", Cancellation);

        Assert.Equal((200, 404, 401), (jwks!.Status, root!.Status, withoutToken!.Status));
        Assert.Contains("\"keys\"", jwks.Body, StringComparison.Ordinal);
        // Recorded as it was sent.
        Assert.Equal($"{origin}/jwks?a=b", _lab.Server.Exchanges.Snapshot()[^2].Request.Target);
    }

    [Fact]
    public async Task A_secret_in_the_query_of_a_target_in_absolute_form_is_found()
    {
        await using var connection = await RawConnection.OpenAsync(_lab, Cancellation);

        await connection.WriteAsync(
            $"POST https://localhost/token?client_secret=s HTTP/1.1\r\nHost: localhost\r\n{Form}\r\nContent-Length: 0\r\n\r\n",
            Cancellation
        );
        var response = await connection.ReadAsync("POST", Cancellation);

        Assert.Equal(400, response!.Status);
        Assert.Equal(Rules.Query.Name, _lab.Server.Exchanges.Last!.Trace.Failure!.Check);
    }

    [Theory]
    [InlineData("/token", "Content-Type: text/plain", Form)]
    [InlineData("/token", Form, Form)]
    [InlineData("/token", "Content-Type: application/x-www-form-urlencoded, application/x-www-form-urlencoded")]
    [InlineData("/token", $"{Form}; charset=utf-7")]
    [InlineData("/token", $"{Form}; charset=utf-8; charset=utf-7")]
    [InlineData("/token", $"{Form}; charset=\"\"")]
    [InlineData("/register", "Content-Type: application/json", "Content-Type: application/json")]
    [InlineData("/register", "Content-Type: application/json; charset=utf-16")]
    [InlineData("/register", "Content-Type: application/json; charset=iso-8859-1")]
    public async Task More_than_one_media_type_and_an_unknown_charset_are_refused(string path, params string[] types)
    {
        using var registrant = new Registrant(_lab);
        var authorization =
            path == "/register" ? $"Authorization: Bearer {await registrant.InitialTokenAsync()}" : "X: y";

        var response = await RawRequest.PostAsync(_lab, path, "", ["Content-Length: 0", authorization, .. types]);

        Assert.Equal(400, response.Status);
        Assert.Equal(Rules.ContentType.Name, _lab.Server.Exchanges.Last!.Trace.Failure!.Check);
    }

    [Theory]
    [InlineData(Form)]
    [InlineData($"{Form};charset=\"UTF-8\"")]
    [InlineData($"{Form}; charset=ISO-8859-1")]
    [InlineData($"{Form}; charset=us-ascii", "Content-Encoding: identity")]
    public async Task What_the_HTTP_libraries_of_the_field_declare_is_taken(params string[] headers)
    {
        var body = $"grant_type=client_credentials&client_id=post&client_secret={_lab.Clients.Secret}";

        var response = await RawRequest.PostAsync(_lab, "/token", body, [$"Content-Length: {body.Length}", .. headers]);

        Assert.Equal(200, response.Status);
    }

    [Theory]
    [InlineData("/token")]
    [InlineData("/introspect")]
    [InlineData("/revoke")]
    [InlineData("/par")]
    [InlineData("/challenge")]
    [InlineData("/register")]
    [InlineData("/register/x")]
    [InlineData("/resource")]
    [InlineData("/jwks")]
    public async Task Every_405_says_that_the_method_is_not_allowed(string path)
    {
        await using var connection = await RawConnection.OpenAsync(_lab, Cancellation);
        await connection.WriteAsync($"PATCH {path} HTTP/1.1\r\nHost: localhost\r\n\r\n", Cancellation);

        var response = await connection.ReadAsync("PATCH", Cancellation);

        Assert.Equal((405, "method not allowed"), (response!.Status, RawRequest.Description(response)));
        Assert.NotNull(response.Header("Allow"));
    }

    [Fact]
    public async Task A_request_that_is_too_large_is_told_which_part_of_it()
    {
        var body = new string('a', 70_000);

        var tooLong = await RawRequest.PostAsync(_lab, "/token", body, $"Content-Length: {body.Length}");
        var wideHead = await RawRequest.PostAsync(
            _lab,
            "/token",
            "",
            "Content-Length: 0",
            $"X: {new string('x', 20_000)}"
        );

        Assert.Equal((413, "the request body is too large"), (tooLong.Status, RawRequest.Description(tooLong)));
        Assert.Equal((431, "the request headers are too large"), (wideHead.Status, RawRequest.Description(wideHead)));
    }
}
