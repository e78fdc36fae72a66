using System.Collections.Concurrent;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.RawHttp;

/// <summary>Sends requests over one connection as long as the responses let it, and checks that each response keeps its word.</summary>
internal sealed class RandomSender(
    TestLab lab,
    string? endpoint,
    ConcurrentDictionary<int, int> statuses,
    TimeSpan deadline
) : IAsyncDisposable
{
    private const string Probe = "GET /jwks HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private RawConnection? _connection;

    /// <summary>What is wrong with the answer, or null.</summary>
    public async Task<string?> SendAsync(RandomRequest request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(deadline);
        try
        {
            _connection ??= await RawConnection.OpenAsync(lab, limit.Token, endpoint);
            await _connection.WriteAsync(request.Octets, limit.Token);
            return request.IsWhole
                ? await JudgeWholeAsync(_connection, request.Method, limit.Token)
                : await JudgeRestAsync(_connection, request.Method, limit.Token);
        }
        catch (InvalidDataException problem)
        {
            return problem.Message;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"nothing came within {deadline}";
        }
    }

    public ValueTask DisposeAsync() => CloseAsync();

    private async Task<string?> JudgeWholeAsync(RawConnection connection, string method, CancellationToken limit)
    {
        if (await connection.ReadAsync(method, limit) is not { } response)
        {
            return "the connection ends without a response";
        }

        if (Judge(response) is { } problem)
        {
            return problem;
        }

        if (response.SaysClose)
        {
            var ends = await connection.EndsAsync(limit);
            await CloseAsync();
            return ends ? null : $"the connection goes on behind {response}";
        }

        await connection.WriteAsync(Probe, limit);
        return
            await connection.ReadAsync("GET", limit) is { Status: 200 } next
            && next.Body.Contains("\"keys\"", StringComparison.Ordinal)
            ? null
            : $"the connection is of no more use behind {response}";
    }

    // What follows an incomplete or ambiguous request is any number of refusals, and then the end.
    private async Task<string?> JudgeRestAsync(RawConnection connection, string method, CancellationToken limit)
    {
        await connection.EndWritingAsync();
        while (await connection.ReadAsync(method, limit) is { } response)
        {
            method = "GET";
            if (Judge(response) is { } problem)
            {
                return problem;
            }
        }

        await CloseAsync();
        return null;
    }

    private string? Judge(RawResponse response)
    {
        statuses.AddOrUpdate(response.Status, 1, (_, count) => count + 1);
        // 505 is the one that speaks of the client: its version of HTTP is none of this server's (RFC 9110 §15.6.6).
        var isRefusalOfVersion = response.Status == 505 && response.SaysClose;
        return isRefusalOfVersion || response.Status is >= 200 and < 500 and not (>= 300 and < 400)
            ? null
            : $"{response}";
    }

    private async ValueTask CloseAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }
}
