using ClientAuth.Client.Haapi;
using ClientAuth.MockServer.Faults;

namespace ClientAuth.Lab.Tests.Haapi;

/// <summary>A server that says in OAuth's words that it is too busy also says when to come back, and the app hears it.</summary>
public sealed class TooManyRequestsTests
{
    [Theory]
    [InlineData(FaultPoint.ClientAttestationToken, "flagship", HaapiStep.ClientAttestationToken)]
    [InlineData(FaultPoint.Token, "flagship", HaapiStep.TokenExchange)]
    [InlineData(FaultPoint.Token, "older-than-android-8", HaapiStep.InitialAccessToken)]
    [InlineData(FaultPoint.Registration, "older-than-android-8", HaapiStep.Registration)]
    public async Task An_app_is_told_when_to_ask_again(FaultPoint at, string phone, HaapiStep step)
    {
        await using var lab = await AppFixture.OpenAsync();
        var busy = Fault.Response.TooManyRequests(TimeSpan.FromSeconds(30), "temporarily_unavailable");
        lab.Server.Faults.Add(at, busy, times: 1);

        var error = await Assert.ThrowsAsync<HaapiException>(() =>
            lab.App(lab.Phone(phone)).CreateAsync(TestContext.Current.CancellationToken)
        );

        Assert.Equal(
            (step, "temporarily_unavailable", TimeSpan.FromSeconds(30)),
            (error.Step, error.Error, error.RetryAfter)
        );
        Assert.EndsWith("Ask again after 30 s.", error.Message, StringComparison.Ordinal);
    }
}
