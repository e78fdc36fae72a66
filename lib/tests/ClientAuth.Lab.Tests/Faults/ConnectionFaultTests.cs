using ClientAuth.MockServer.Faults;

namespace ClientAuth.Lab.Tests.Faults;

/// <summary>What the client says where no TLS connection comes about.</summary>
public sealed class ConnectionFaultTests
{
    private const string Advice =
        " Nothing of the request was sent. Check that the port speaks TLS 1.2 or 1.3, and that the server accepts the client certificate, if one was presented.";

    [Fact]
    public async Task A_connection_that_is_closed_during_the_handshake_is_told_from_a_broken_exchange()
    {
        await using var server = await FaultyServer.StartAsync();

        var error = await server.FailAsync(FaultPoint.Connection, new Fault.RefusedHandshake(), server.AskAsync);

        Assert.Equal(
            $"The TLS handshake with {server.Authority} failed: the server closed the connection.{Advice}",
            error.Message
        );
        Assert.False(error.RequestMayHaveArrived);
    }

    [Theory]
    [InlineData(TlsAlert.HandshakeFailure)]
    [InlineData(TlsAlert.AccessDenied)]
    [InlineData(TlsAlert.ProtocolVersion)]
    [InlineData(TlsAlert.InternalError)]
    [InlineData(TlsAlert.UnrecognizedName)]
    public async Task An_alert_is_quoted_in_the_words_of_the_platform(TlsAlert alert)
    {
        await using var server = await FaultyServer.StartAsync();

        var error = await server.FailAsync(FaultPoint.Connection, new Fault.RefusedHandshake(alert), server.AskAsync);

        Assert.StartsWith(
            $"The TLS handshake with {server.Authority} failed: ",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.EndsWith(Advice, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("the server closed the connection", error.Message, StringComparison.Ordinal);
        Assert.False(error.RequestMayHaveArrived);
    }
}
