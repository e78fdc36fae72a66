using System.Text.Json;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Tests.Lab;

/// <summary>An answer of the token endpoint, with what the server recorded about it.</summary>
internal sealed class TestAnswer(HttpResponseMessage response, string body, RecordedExchange exchange)
{
    public int Status { get; } = (int)response.StatusCode;

    public string Body => body;

    public RecordedExchange Exchange => exchange;

    public string? Header(string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    public string? ContentHeader(string name) =>
        response.Content.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    /// <summary>A token, and every check passed.</summary>
    public TokenResponse AssertIssued()
    {
        Assert.True(Status == 200, $"{Status} {body} {exchange.Trace.Failure}");
        Assert.Null(exchange.Trace.Failure);
        AssertNotStored();
        var token = JsonSerializer.Deserialize(body, ProtocolJson.Default.TokenResponse)!;
        Assert.Equal("Bearer", token.TokenType);
        return token;
    }

    /// <summary>A refusal: what the client is told, and which check the trace names.</summary>
    public void AssertRefused(int status, string error, string check)
    {
        Assert.Equal(check, exchange.Trace.Failure?.Check);
        Assert.Equal((status, error), (Status, Error().Error));
        AssertNotStored();
        Assert.Equal("application/json", ContentHeader("Content-Type"));
        Assert.Matches(@"^[\x20-\x21\x23-\x5B\x5D-\x7E]+$", Error().ErrorDescription!);
        // Only who tried the Authorization header is challenged, and only with 401 (RFC 6749 §5.2).
        var challenged = status == 401 && exchange.Request.Header("Authorization") is not null;
        Assert.Equal(challenged ? $"Basic realm=\"{Realm()}\", charset=\"UTF-8\"" : null, Header("WWW-Authenticate"));
    }

    /// <summary>The refusal that most failures end in.</summary>
    public void AssertInvalidClient(string check) => AssertRefused(401, OAuthErrors.InvalidClient, check);

    public void AssertInvalidRequest(string check) => AssertRefused(400, OAuthErrors.InvalidRequest, check);

    /// <summary>A refusal of the resource: the challenge, and the error in it where there is one (RFC 6750 §3).</summary>
    public void AssertChallenged(int status, string? error, string check)
    {
        Assert.Equal(check, exchange.Trace.Failure?.Check);
        Assert.Equal(status, Status);
        AssertNotStored();
        Assert.StartsWith("Bearer realm=\"resource\"", Header("WWW-Authenticate"), StringComparison.Ordinal);
        if (error is null)
        {
            Assert.Equal("Bearer realm=\"resource\"", Header("WWW-Authenticate"));
            Assert.Equal("", body);
            return;
        }

        Assert.Contains($", error=\"{error}\", ", Header("WWW-Authenticate"), StringComparison.Ordinal);
        Assert.Equal(error, Error().Error);
    }

    private string Realm() =>
        exchange.Request.Target.Split('?')[0] switch
        {
            "/introspect" => "introspection endpoint",
            "/revoke" => "revocation endpoint",
            "/par" => "pushed authorization request endpoint",
            _ => "token endpoint",
        };

    public ErrorResponse Error() => JsonSerializer.Deserialize(body, ProtocolJson.Default.ErrorResponse)!;

    public void AssertNotStored()
    {
        Assert.Equal("no-store", Header("Cache-Control"));
        Assert.Equal("no-cache", Header("Pragma"));
    }
}
