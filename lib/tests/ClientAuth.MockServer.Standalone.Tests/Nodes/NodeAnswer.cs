using System.Text.Json;

namespace ClientAuth.MockServer.Standalone.Tests.Nodes;

/// <summary>What a node answered.</summary>
internal sealed record NodeAnswer(int Status, string Body, HttpResponseMessage Response)
{
    public static async Task<NodeAnswer> PostAsync(
        HttpClient http,
        string url,
        IReadOnlyDictionary<string, string> form,
        string? proof = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(form) };
        if (proof is not null)
        {
            request.Headers.Add("DPoP", proof);
        }

        return await OfAsync(await http.SendAsync(request, TestContext.Current.CancellationToken));
    }

    public static async Task<NodeAnswer> OfAsync(HttpResponseMessage response) =>
        new(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response
        );

    /// <summary>A member of the body that holds text.</summary>
    public string? Text(string member)
    {
        using var body = JsonDocument.Parse(Body);
        return body.RootElement.TryGetProperty(member, out var value) ? value.ToString() : null;
    }

    public string? Header(string name) => Response.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    /// <summary>A refusal that is not the client's fault: another attempt may succeed.</summary>
    public void AssertUnavailable(string retryAfter = "5")
    {
        Assert.Equal(
            (
                503,
                """{"error":"temporarily_unavailable","error_description":"the server cannot decide this now, try again later with fresh credentials"}"""
            ),
            (Status, Body)
        );
        Assert.Equal(retryAfter, Header("Retry-After"));
    }

    /// <summary>A client that is not authenticated is not told why.</summary>
    public void AssertNotAuthenticated() =>
        Assert.Equal(
            (401, """{"error":"invalid_client","error_description":"client authentication failed"}"""),
            (Status, Body)
        );
}
