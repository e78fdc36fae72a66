using System.Globalization;
using ClientAuth.Client.TokenRequests;
using ClientAuth.Protocol.Recording;
using Method = ClientAuth.Client.ClientAuthenticationMethodConfiguration;

namespace ClientAuth.Client.Tests.TokenRequests;

public sealed class PreparedTokenRequestTests : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly PreparedTokenRequest _request;

    public PreparedTokenRequestTests() =>
        _request = new TokenClient(
            _http,
            AnyServer.Metadata,
            "app",
            new Method.Secret("s3cret"),
            TimeProvider.System
        ).Prepare("read");

    public void Dispose() => _http.Dispose();

    [Fact]
    public void One_part_changes_and_the_original_does_not()
    {
        const string original = "grant_type=client_credentials&scope=read";

        Assert.Equal("grant_type=client_credentials&scope=a+b", _request.WithParameter("scope", "a b").Body);
        Assert.Equal($"{original}&client_id=x", _request.WithParameter("client_id", "x").Body);
        Assert.Equal($"{original}&scope=read", _request.WithAddedParameter("scope", "read").Body);
        Assert.Equal("scope=read", _request.WithoutParameter("grant_type").Body);
        Assert.Empty(_request.WithoutHeader("authorization").Headers);
        Assert.Equal([new("Authorization", "Bearer x")], _request.WithHeader("Authorization", "Bearer x").Headers);
        Assert.Equal(
            "POST https://other.example/",
            _request.WithEndpoint(new Uri("https://other.example/")).ToString()
        );
        Assert.Equal(original, _request.Body);
    }

    [Fact]
    public void Its_record_is_what_the_message_says()
    {
        var record = _request.ToRecordedRequest();
        using var message = _request.ToHttpRequestMessage();

        Assert.Equal(
            [
                new RecordedHeader("Host", "as.example"),
                new RecordedHeader("Accept", "application/json"),
                new RecordedHeader("Authorization", "Basic YXBwOnMzY3JldA=="),
                new RecordedHeader("Content-Type", "application/x-www-form-urlencoded"),
                new RecordedHeader("Content-Length", "40"),
            ],
            record.Headers
        );
        Assert.Equal(("POST", "/token", _request.Body), (record.Method, record.Target, record.Body));
        Assert.Equal("40", message.Content!.Headers.ContentLength!.Value.ToString(CultureInfo.InvariantCulture));
        Assert.Equal("Basic YXBwOnMzY3JldA==", message.Headers.Authorization!.ToString());
    }
}
