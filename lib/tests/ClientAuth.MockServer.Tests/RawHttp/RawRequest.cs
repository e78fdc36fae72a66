using System.Text.Json;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.RawHttp;

/// <summary>Sends one request as the test writes it, and reads what a refusal says.</summary>
internal static class RawRequest
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A POST over a connection of its own, which must end where the response says so.</summary>
    public static async Task<RawResponse> PostAsync(TestLab lab, string path, string body, params string[] headers)
    {
        await using var connection = await RawConnection.OpenAsync(lab, Cancellation);
        await WriteAsync(connection, path, body, headers);
        var response = await connection.ReadAsync("POST", Cancellation);
        Assert.NotNull(response);
        Assert.True(!response.SaysClose || await connection.EndsAsync(Cancellation), $"{response}");
        return response;
    }

    public static Task WriteAsync(RawConnection connection, string path, string body, params string[] headers) =>
        connection.WriteAsync(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\n{string.Join("\r\n", headers)}\r\n\r\n{body}",
            Cancellation
        );

    /// <summary>The <c>error_description</c>.</summary>
    public static string? Description(RawResponse response) =>
        JsonElement.Parse(response.Body).GetProperty("error_description").GetString();
}
