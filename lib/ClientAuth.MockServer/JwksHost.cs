using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ClientAuth.MockServer.Exchanges;
using ClientAuth.MockServer.Faults;
using ClientAuth.MockServer.Hosting;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ClientAuth.MockServer;

/// <summary>
/// Where a client publishes its keys (<c>jwks_uri</c>, RFC 7591 §2): a web server of the client's own, on loopback, over TLS. It
/// counts who asks, and answers what it is told to.
/// </summary>
public sealed class JwksHost : IAsyncDisposable
{
    private const int LargestRequest = 1024;
    private const int KeptExchanges = 1000;
    private const long KeptBytes = 16 * 1024 * 1024;

    private WebApplication? _app;
    private int _requests;
    private volatile JwksResponse _answer = JwksResponse.Of();

    private JwksHost(int port) => Origin = $"https://localhost:{port}";

    /// <summary><c>https://localhost:</c> and the port; what an authorization server has to list.</summary>
    public string Origin { get; }

    /// <summary>The address of the key set.</summary>
    public string JwksUri => $"{Origin}/jwks.json";

    /// <summary>How many requests have come, whatever their path.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Who asked, and what was answered; the sender is taken to be the authorization server, for which the host is there.</summary>
    public RecordedExchanges Exchanges { get; } = new(KeptExchanges, KeptBytes);

    /// <summary>What is answered from now on; an empty key set at first.</summary>
    public JwksResponse Answer
    {
        get => _answer;
        set => _answer = value;
    }

    /// <summary>Starts a host on a free port.</summary>
    /// <param name="certificate">Valid for <c>localhost</c>, with its private key. The caller disposes of it.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    public static async Task<JwksHost> StartAsync(
        X509Certificate2 certificate,
        CancellationToken cancellationToken = default
    )
    {
        var sockets = LoopbackSockets.Bind(0);
        try
        {
            var host = new JwksHost(sockets.Port);
            var listener = new WebListener(sockets, new ServerTls(certificate, asksForClientCertificate: false));
            // What goes wrong here is an answer like any other, so nothing is scripted below it.
            var faults = new FaultScript(TimeProvider.System);
            host._app = await WebHost.StartAsync(
                [listener],
                LargestRequest,
                LimitOptions.DefaultConnectionLimit,
                faults,
                host.HandleAsync,
                cancellationToken
            );
            return host;
        }
        catch
        {
            sockets.Dispose();
            throw;
        }
    }

    /// <summary>Publishes these keys in place of all before.</summary>
    public void Publish(params IReadOnlyList<Jwk> keys) => Answer = JwksResponse.Of(keys);

    /// <summary>Stops listening: from now on nobody answers here.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    private async Task HandleAsync(HttpContext context)
    {
        var arrived = Stopwatch.GetElapsedTime(0);
        Interlocked.Increment(ref _requests);
        var answer = Answer;
        await answer.Hold(context.RequestAborted);
        Record(context, arrived, answer);
        if (answer.IsDropped)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers.Append(name, value);
        }

        var body = Encoding.UTF8.GetBytes(answer.Body);
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private void Record(HttpContext context, TimeSpan arrived, JwksResponse answer)
    {
        var incoming = RequestReader.ReadHead(context);
        var handshake = context.Features.Get<ConnectionFacts>()?.TakeHandshake();
        Exchanges.Add(number => new RecordedExchange
        {
            Number = number,
            At = TimeProvider.System.GetUtcNow(),
            Sender = Participant.AuthorizationServer,
            Receiver = Participant.KeyHost,
            Started = arrived,
            Answered = Stopwatch.GetElapsedTime(0),
            Request = incoming.Http,
            Response = answer.ToRecorded(),
            Tls = incoming.Tls,
            Trace = new DecisionTrace([]),
            Phases = handshake is null ? [] : [handshake],
        });
    }
}
