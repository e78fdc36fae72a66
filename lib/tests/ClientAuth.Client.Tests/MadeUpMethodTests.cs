using System.Security.Cryptography;
using System.Text;
using ClientAuth.Client.TokenRequests;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.Client.Tests;

/// <summary>A method is one file: this one is made up here, and no other file of the client knows it.</summary>
public sealed class MadeUpMethodTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
    private readonly RecordingHandler _wire = new(200, AnyServer.TokenJson);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task A_new_method_applies_itself_to_a_token_request()
    {
        using var http = new HttpClient(_wire, disposeHandler: false);
        var client = new TokenClient(http, AnyServer.Metadata, "app", new Stamp("k"u8.ToArray()), _clock)
        {
            NewJti = () => "jti-1",
        };

        var outcome = await client.RequestTokenAsync("read", TestContext.Current.CancellationToken);

        Assert.IsType<TokenOutcome.Issued>(outcome);
        Assert.Equal("grant_type=client_credentials&scope=read&client_id=app", _wire.Body);
        Assert.Equal(
            $"1800000000.jti-1.{Stamp.Mac("k"u8.ToArray(), "app.1800000000.jti-1")}",
            Assert.Single(_wire.Request!.Headers.GetValues("Client-Stamp"))
        );
    }

    [Fact]
    public void It_prints_its_name_and_no_key() => Assert.Equal("made_up_stamp", new Stamp("k"u8.ToArray()).ToString());

    /// <summary>A MAC over identifier, time and <c>jti</c>, in a header of its own.</summary>
    private sealed record Stamp(byte[] Key) : ClientAuthenticationMethodConfiguration
    {
        public override string MethodName => "made_up_stamp";

        internal override void Apply(TokenRequestDraft draft)
        {
            var (now, jti) = (draft.Clock.GetUtcNow().ToUnixTimeSeconds(), draft.NewJti());
            draft.Add("client_id", draft.ClientId);
            draft.Headers.Add(new("Client-Stamp", $"{now}.{jti}.{Mac(Key, $"{draft.ClientId}.{now}.{jti}")}"));
        }

        public static string Mac(byte[] key, string text) =>
            Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(text)));
    }
}
