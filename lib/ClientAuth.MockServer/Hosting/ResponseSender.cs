using System.Text;
using ClientAuth.MockServer.Exchanges;
using ClientAuth.Protocol.Recording;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ClientAuth.MockServer.Hosting;

/// <summary>Puts an answer on the wire. One that is shorter than its <c>Content-Length</c> makes Kestrel close the connection.</summary>
internal static class ResponseSender
{
    public static async Task SendAsync(HttpContext context, Delivery delivery)
    {
        if (delivery.Waits is { } wait && !await wait())
        {
            return;
        }

        if (delivery.Response.Status != RecordedResponse.Nothing.Status)
        {
            await WriteHeadAsync(context, delivery.Response);
            // Nothing is also written by not writing: under 204, Kestrel would take even that for a mistake, and hang up.
            if (delivery.Response.Body.Length > 0)
            {
                await WriteBodyAsync(context, delivery);
            }
        }

        if (delivery.Resets)
        {
            Reset(context);
        }
    }

    private static Task WriteHeadAsync(HttpContext context, RecordedResponse response)
    {
        context.Response.StatusCode = response.Status;
        foreach (var header in response.Headers)
        {
            context.Response.Headers.Append(header.Name, header.Value);
        }

        // Left to itself, Kestrel would take an answer that promises a body and has none for a mistake, and answer 500.
        return response.Body.Length == 0 ? context.Response.StartAsync(context.RequestAborted) : Task.CompletedTask;
    }

    private static async Task WriteBodyAsync(HttpContext context, Delivery delivery)
    {
        if (delivery.WaitsForByte is not { } wait)
        {
            await context.Response.WriteAsync(delivery.Response.Body, context.RequestAborted);
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(delivery.Response.Body);
        for (var i = 0; i < bytes.Length && (i == 0 || await wait()); i++)
        {
            await context.Response.Body.WriteAsync(bytes.AsMemory(i, 1), context.RequestAborted);
        }
    }

    // Closing without lingering sends RST in place of FIN; Kestrel by itself would end the TLS connection politely.
    private static void Reset(HttpContext context)
    {
        context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket.Close(timeout: 0);
        context.Abort();
    }
}
