using System.Security.Authentication;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.MockServer.Tests.RawHttp;

namespace ClientAuth.MockServer.Tests.Hosting;

/// <summary>So many connections are open at once, at both listeners together; one more is closed before its handshake.</summary>
public sealed class ConnectionLimitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connection_beyond_the_limit_is_closed_and_one_that_ends_makes_room()
    {
        await using var lab = await TestLab.StartAsync(
            (_, options) => options with { Limits = new() { ConnectionLimit = 2 } }
        );
        await using var first = await RawConnection.OpenAsync(lab, Cancellation);
        var mtls = lab.Server.Metadata.MtlsEndpointAliases!.TokenEndpoint;
        var second = await RawConnection.OpenAsync(lab, Cancellation, mtls);

        Assert.False(await OpensAsync(lab, null));
        Assert.False(await OpensAsync(lab, mtls));
        // Those that are open go on.
        await first.WriteAsync("GET /jwks HTTP/1.1\r\nHost: localhost\r\n\r\n", Cancellation);
        Assert.Equal(200, (await first.ReadAsync("GET", Cancellation))!.Status);

        await second.DisposeAsync();
        // The server learns of the end a moment later; every attempt waits for its answer.
        var attempts = 1;
        while (!await OpensAsync(lab, null))
        {
            Assert.True(++attempts < 10_000, "The place of a connection that has ended is never free again.");
        }
    }

    private static async Task<bool> OpensAsync(TestLab lab, string? endpoint)
    {
        try
        {
            await using var connection = await RawConnection.OpenAsync(lab, Cancellation, endpoint);
            return true;
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            return false;
        }
    }
}
