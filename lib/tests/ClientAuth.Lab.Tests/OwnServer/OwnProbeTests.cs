using ClientAuth.Client;

namespace ClientAuth.Lab.Tests.OwnServer;

/// <summary>A mistake that the learner makes up and sends.</summary>
public sealed class OwnProbeTests
{
    [Fact]
    public async Task It_is_sent_once_whatever_it_changes_and_a_stub_is_not_sent()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var theirs = await LessonLab.OpenAsync();
        using var folder = SettingsFolder.For(theirs);
        await using var yours = await folder.OpenAsync();
        var requestsTo = theirs.Server.Metadata.TokenEndpoint;
        await yours.DiscoverAsync(theirs.Server.Issuer, theirs.Server.Metadata, cancellation);
        await yours.RequestTokensAsync(requestsTo, cancellation);
        var before = yours.Sent;

        var stub = await yours.TryAsync("stub", good => good, requestsTo, cancellation);
        Assert.Equal(before, yours.Sent);
        var claim = await yours.TryAsync("claim", good => good.WithClaim("aud", "x"), requestsTo, cancellation);
        Assert.Equal(before + 1, yours.Sent);
        var key = await yours.TryAsync("key", WithAnotherKey, requestsTo, cancellation);
        Assert.Equal(before + 2, yours.Sent);

        Assert.Contains("your function changes nothing yet", stub.ToString(), StringComparison.Ordinal);
        Assert.Contains("401 invalid_client", claim.ToString(), StringComparison.Ordinal);
        Assert.Contains(
            $"aud: \"{theirs.Server.Issuer}\" → \"x\"; signature: ",
            claim.ToString(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "signature: (32 bytes, not shown) → (32 bytes, not shown) (another one)",
            key.ToString(),
            StringComparison.Ordinal
        );
        Assert.Contains("401 invalid_client", key.ToString(), StringComparison.Ordinal);
    }

    private static ClientAssertionBuilder WithAnotherKey(ClientAssertionBuilder good) =>
        good.WithSigner(new AssertionSigner.Hmac(new(new string('k', 32)), "HS256"));
}
