using System.Buffers;
using System.Security.Authentication;
using System.Text;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol.Recording;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ClientAuth.MockServer.Hosting;

/// <summary>Turns what ASP.NET Core holds into the values that endpoints and recordings use.</summary>
internal static class RequestReader
{
    private const int PieceOfABody = 1024;

    /// <summary>The request line and headers, and the connection; the body is still to be read.</summary>
    /// <param name="context">The request.</param>
    /// <param name="names">What the server may be called; null where nobody asks.</param>
    public static IncomingRequest ReadHead(HttpContext context, ServerNames? names = null) =>
        new(
            new RecordedRequest(
                context.Request.Method,
                context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
                context.Request.Protocol,
                [
                    .. context.Request.Headers.SelectMany(header =>
                        header.Value.Select(value => new RecordedHeader(header.Key, value ?? ""))
                    ),
                ],
                ""
            ),
            ReadTls(context),
            context.Features.Get<ConnectionFacts>()?.Intermediates ?? []
        )
        {
            Origin = names?.OriginOf(context) ?? LoopbackSockets.Origin(context.Connection.LocalPort),
        };

    /// <summary>The request with its body as far as it is kept, and what came of reading it.</summary>
    /// <exception cref="OperationCanceledException">The client has left.</exception>
    public static async Task<(IncomingRequest Incoming, RequestBody Body)> ReadBodyAsync(
        IncomingRequest head,
        HttpContext context,
        int limit
    )
    {
        if (Framing.Problem(head) is { } problem)
        {
            return (head, new RequestBody(0, new BodyProblem(StatusCodes.Status400BadRequest, problem)));
        }

        try
        {
            return await ReadWholeAsync(head, context, limit);
        }
        catch (IOException e) when (!context.RequestAborted.IsCancellationRequested)
        {
            return (head, new RequestBody(0, BodyProblem.Of(e)));
        }
    }

    private static async Task<(IncomingRequest Incoming, RequestBody Body)> ReadWholeAsync(
        IncomingRequest head,
        HttpContext context,
        int limit
    )
    {
        var kept = new ArrayBufferWriter<byte>(PieceOfABody);
        var total = 0L;
        // Read to the end though only so much is kept: a client that is cut off while it sends never sees the answer.
        while (true)
        {
            var buffer = kept.GetMemory(PieceOfABody);
            var read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted);
            if (read == 0)
            {
                break;
            }

            total += read;
            if (total <= limit)
            {
                kept.Advance(read);
            }
        }

        var body = total <= limit ? Encoding.UTF8.GetString(kept.WrittenSpan) : "";
        return (head with { Http = head.Http with { Body = body } }, new RequestBody(total));
    }

    private static RecordedTls ReadTls(HttpContext context) =>
        context.Features.GetRequiredFeature<ConnectionFacts>().Tls ??= ReadHandshake(context);

    private static RecordedTls ReadHandshake(HttpContext context)
    {
        var handshake = context.Features.GetRequiredFeature<ITlsHandshakeFeature>();
        var version = handshake.Protocol switch
        {
            SslProtocols.Tls12 => "TLS 1.2",
            SslProtocols.Tls13 => "TLS 1.3",
            var other => other.ToString(),
        };
        var certificate = context
            .Features.GetRequiredFeature<ConnectionFacts>()
            .CopyOf(context.Connection.ClientCertificate);
        return new RecordedTls(version, $"{handshake.NegotiatedCipherSuite}", certificate);
    }
}
