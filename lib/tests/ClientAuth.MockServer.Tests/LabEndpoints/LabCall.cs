using System.Net.Http.Headers;
using System.Text;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.LabEndpoints;

/// <summary>A server with a lab, and requests to it.</summary>
internal static class LabCall
{
    public const string Token = "0123456789abcdefghijklmnopqrstuvwxyz";

    public static Task<TestLab> StartAsync(Action<TimeSpan>? moveClock = null) =>
        TestLab.StartAsync(
            (_, options) => options with { LabEndpoints = new Options.LabEndpoints(new ClientSecret(Token), moveClock) }
        );

    /// <summary>Status and body.</summary>
    public static async Task<(int Status, string Body)> SendAsync(
        TestLab lab,
        HttpMethod method,
        string path,
        string? json = null,
        Action<HttpRequestMessage>? change = null
    )
    {
        using var client = lab.NewClient();
        using var request = new HttpRequestMessage(method, lab.Server.Issuer + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        change?.Invoke(request);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("no-store", $"{response.Headers.CacheControl}");
        return (
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }
}
