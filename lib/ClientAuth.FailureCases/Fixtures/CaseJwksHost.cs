using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using ClientAuth.Credentials;
using ClientAuth.FailureCases.Values;
using ClientAuth.MockServer;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Fixtures;

/// <summary>The host at which the client of one case publishes its keys.</summary>
internal sealed class CaseJwksHost : IAsyncDisposable
{
    private readonly JwksHost _host;
    private readonly X509Certificate2 _certificate;
    private readonly JwkSet? _usual;
    private TaskCompletionSource _held = new();

    private CaseJwksHost(JwksHost host, X509Certificate2 certificate, JwkSet? usual) =>
        (_host, _certificate, _usual) = (host, certificate, usual);

    public string Origin => _host.Origin;

    public string JwksUri => _host.JwksUri;

    /// <summary>How often it has been asked.</summary>
    public int Requests => _host.Requests;

    /// <summary>Starts a host that publishes nothing yet.</summary>
    /// <param name="fixture">Issues the host's certificate.</param>
    /// <param name="method">The method whose standard client usually publishes its keys there.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public static async Task<CaseJwksHost> StartAsync(
        CaseFixture fixture,
        string method,
        CancellationToken cancellationToken
    )
    {
        var certificate = fixture.Authority.Issue(CertificateProfile.LoopbackServer());
        var host = await JwksHost.StartAsync(certificate, cancellationToken);
        return new CaseJwksHost(host, certificate, fixture.Clients.Of(method).Registration.Jwks);
    }

    /// <summary>Responds like this from now on. Requests that were held before get their response now.</summary>
    public void Publish(KeySetPublication publication, Placeholders values)
    {
        var before = _held;
        _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var keys = publication.Keys is { } given
            ? new JwksResponse { Body = new JsonObject { ["keys"] = values.Resolve(given) }.ToJsonString() }
            : JwksResponse.Of(_usual?.Keys ?? []);
        var response = keys with
        {
            Status = publication.Status ?? keys.Status,
            ContentType = publication.ContentType ?? keys.ContentType,
            Body = publication.Body ?? keys.Body,
            Headers = publication.Headers ?? keys.Headers,
            IsDropped = publication.Dropped,
        };
        response = publication.FilledTo is { } bytes ? response.FilledTo(bytes) : response;
        _host.Answer = publication.Held ? response.HeldUntil(_held.Task) : response;
        before.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        _held.TrySetResult();
        await _host.DisposeAsync();
        _certificate.Dispose();
    }
}
