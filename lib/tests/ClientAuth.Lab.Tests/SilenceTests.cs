using ClientAuth.Lab.Expectations;

namespace ClientAuth.Lab.Tests;

/// <summary>The claim that nothing is sent, which a lesson makes of configurations that must fail beforehand.</summary>
public sealed class SilenceTests
{
    [Fact]
    public async Task Silence_is_shown_as_no_request_at_all()
    {
        await using var lab = await LessonLab.OpenAsync();

        var view = await lab.MustSendNothingAsync(() => Task.CompletedTask);

        Assert.Equal(0, view.Count);
    }

    [Fact]
    public async Task A_single_request_breaks_the_claim()
    {
        await using var lab = await LessonLab.OpenAsync();

        var error = await Assert.ThrowsAsync<LessonExpectationException>(() =>
            lab.MustSendNothingAsync(() => lab.CreateHttpClient().GetAsync(lab.Server.Metadata.JwksUri))
        );

        Assert.Equal("Expected no request at all, but the server saw 1.", error.Message);
    }
}
