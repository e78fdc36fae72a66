using ClientAuth.Client.Haapi;
using ClientAuth.MockServer.Faults;

namespace ClientAuth.Lab.Tests.Haapi;

/// <summary>An app that is done with its tokens: what is asked for later, or was under way, ends in an error that says so.</summary>
public sealed class DisposalTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("flagship")]
    [InlineData("older-than-android-8")]
    public async Task What_is_disposed_of_gives_no_token_and_sends_nothing(string id)
    {
        await using var lab = await AppFixture.OpenAsync();
        var app = await lab.App(lab.Phone(id)).CreateAsync(Cancellation);
        lab.Server.Exchanges.Clear();
        app.Dispose();
        app.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => app.TokenManager.GetAccessTokenAsync(Cancellation));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => lab.CallAsync(app));

        Assert.Empty(lab.Requests);
    }

    [Fact]
    public async Task Who_waits_for_a_token_meanwhile_is_told_and_not_that_it_took_too_long()
    {
        await using var lab = await AppFixture.OpenAsync();
        var app = await lab.App(lab.Phone("flagship")).CreateAsync(Cancellation);
        lab.Clock.Advance(TimeSpan.FromMinutes(6));
        lab.Server.Faults.Add(FaultPoint.Challenge, new Fault.Late(), times: 1);
        var seen = lab.Server.Faults.Seen(FaultPoint.Challenge);
        var asking = app.TokenManager.GetAccessTokenAsync(Cancellation);
        await lab.StruckAsync(FaultPoint.Challenge, seen);

        app.Dispose();

        var error = await Assert.ThrowsAsync<HaapiException>(() => asking);
        Assert.Contains(
            " was cancelled, because the client closed its connections.",
            error.Message,
            StringComparison.Ordinal
        );
        var held = lab.Phone("flagship").Storage.LockAsync(Cancellation);
        Assert.True(held.IsCompletedSuccessfully);
        (await held).Dispose();
    }
}
