using System.Security.Cryptography;
using System.Text;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.MockServer.Tests.RawHttp;

namespace ClientAuth.MockServer.Tests.LabEndpoints;

/// <summary>The lab's exchanges go to another process, so they quote no secret, wherever in a request it stands.</summary>
public sealed class LabSecrecyTests : IAsyncLifetime
{
    // Random by their nature: one that no client of the server has as a secret is quoted.
    private static readonly string[] Identifiers = ["kid", "jti"];

    private TestLab _lab = null!;
    private RawConnection? _connection;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _lab = await LabCall.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await (_connection?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _lab.DisposeAsync();
    }

    [Fact]
    public Task Secret_of_a_client_is_quoted_nowhere() => AssertQuotedNowhereAsync(_lab.Clients.Secret, []);

    [Fact]
    public Task Secret_of_a_client_in_Base64_is_quoted_nowhere() =>
        AssertQuotedNowhereAsync(
            Convert.ToBase64String(Encoding.ASCII.GetBytes($"{TestClients.Basic}:{_lab.Clients.Secret}")),
            []
        );

    [Fact]
    public Task Token_of_the_lab_is_quoted_nowhere() => AssertQuotedNowhereAsync(LabCall.Token, []);

    [Fact]
    public Task Signed_token_is_quoted_nowhere() =>
        AssertQuotedNowhereAsync(_lab.SignedAssertion(TestClients.Signer), []);

    [Fact]
    public Task Secret_that_nobody_has_is_quoted_nowhere_but_as_an_identifier() =>
        AssertQuotedNowhereAsync(RandomNumberGenerator.GetHexString(64), Identifiers);

    [Fact]
    public async Task What_is_no_secret_is_quoted_as_it_came()
    {
        await SendAsync(
            SecretPlaces.Form(
                "/token",
                [
                    .. new SecretPlaces(_lab).Authenticated("grant_type"),
                    ("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"),
                ]
            )
        );
        await SendAsync(
            SecretPlaces.Form("/token", [.. new SecretPlaces(_lab).Authenticated(""), ("scope", "read everything")])
        );
        await SendAsync("GET /register/nobody HTTP/1.1\r\nHost: localhost\r\n\r\n");

        var shown = await ShownAsync();

        Assert.Contains("'urn:ietf:params:oauth:grant-type:jwt-bearer'", shown, StringComparison.Ordinal);
        Assert.Contains("'read everything'", shown, StringComparison.Ordinal);
        Assert.Contains("\"path\":\"/register/nobody\"", shown, StringComparison.Ordinal);
    }

    private async Task AssertQuotedNowhereAsync(string secret, string[] except)
    {
        var unrecorded = 0;
        var places = await new SecretPlaces(_lab).OfAsync(secret);
        foreach (var (place, request) in places)
        {
            _lab.Server.Exchanges.Clear();
            await SendAsync(request);
            // What Kestrel refuses is not recorded; all else is there to be looked at.
            unrecorded += _lab.Server.Exchanges.Last is null ? 1 : 0;
            var isExcepted = except.Any(name => place.EndsWith(name, StringComparison.Ordinal));
            Assert.False(
                !isExcepted && Quotes(await ShownAsync(), secret),
                $"{place}: {_lab.Server.Exchanges.Last?.Request} {string.Join('\n', _lab.Server.Exchanges.Last?.Trace.Decisions ?? [])}"
            );
        }

        Assert.InRange(unrecorded, 0, places.Count / 20);
    }

    // Both halves: one that is cut short is quoted, too.
    private static bool Quotes(string shown, string secret) =>
        shown.Contains(secret[..16], StringComparison.OrdinalIgnoreCase)
        || shown.Contains(secret[^16..], StringComparison.OrdinalIgnoreCase);

    private async Task SendAsync(string request)
    {
        _connection ??= await RawConnection.OpenAsync(_lab, Cancellation);
        await _connection.WriteAsync(request, Cancellation);
        if (await _connection.ReadAsync(request.Split(' ')[0], Cancellation) is null or { SaysClose: true })
        {
            await _connection.DisposeAsync();
            _connection = null;
        }
    }

    // Over the same connection: a handshake for each of a thousand would be most of the test.
    private async Task<string> ShownAsync()
    {
        _connection ??= await RawConnection.OpenAsync(_lab, Cancellation);
        await _connection.WriteAsync(
            $"GET /lab/exchanges HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {LabCall.Token}\r\n\r\n",
            Cancellation
        );
        var response = await _connection.ReadAsync("GET", Cancellation);
        return response!.Body.Replace("\\u0027", "'", StringComparison.Ordinal);
    }
}
