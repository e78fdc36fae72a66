using System.Net.Http.Headers;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.LabEndpoints;

/// <summary>Who is let in: whoever has the token, and no page in a browser.</summary>
public sealed class LabGuardTests
{
    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://localhost:1")]
    [InlineData("null")]
    public async Task A_page_in_a_browser_is_refused_even_with_the_token(string origin)
    {
        await using var lab = await LabCall.StartAsync();

        var answer = await LabCall.SendAsync(
            lab,
            HttpMethod.Delete,
            "/lab/faults",
            change: request => request.Headers.Add("Origin", origin)
        );

        Assert.Equal(
            (403, """{"error":"access_denied","error_description":"a page in a browser may not use the lab"}"""),
            answer
        );
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("Bearer", "")]
    [InlineData("Bearer", "0123456789abcdefghijklmnopqrstuvwxyZ")]
    [InlineData("Basic", LabCall.Token)]
    public async Task A_wrong_token_is_none(string? scheme, string? token)
    {
        await using var lab = await LabCall.StartAsync();

        var (status, _) = await LabCall.SendAsync(
            lab,
            HttpMethod.Get,
            "/lab/exchanges",
            change: request =>
                request.Headers.Authorization = scheme is null ? null : new AuthenticationHeaderValue(scheme, token)
        );

        Assert.Equal(401, status);
    }

    [Fact]
    public async Task Requests_to_the_lab_are_not_recorded()
    {
        await using var lab = await LabCall.StartAsync();

        await LabCall.SendAsync(lab, HttpMethod.Get, "/lab/exchanges");

        Assert.Empty(lab.Server.Exchanges.Snapshot());
    }

    [Theory]
    [InlineData("short")]
    [InlineData("0123456789abcdefghijklmnopqrstuv wxyz")]
    public void A_token_that_could_be_guessed_or_not_be_sent_is_refused(string token) =>
        Assert.Throws<ArgumentException>(() => new Options.LabEndpoints(new ClientSecret(token)));
}
