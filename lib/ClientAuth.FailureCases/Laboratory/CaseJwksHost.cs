using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using ClientAuth.Credentials;
using ClientAuth.FailureCases.Drafts;
using ClientAuth.MockServer;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Laboratory;

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

    /// <summary>Starts a host that publishes nothing yet, or none where the case has none.</summary>
    public static async Task<CaseJwksHost?> StartAsync(
        FailureCase failureCase,
        string method,
        CaseLab lab,
        CancellationToken cancellationToken
    )
    {
        if (failureCase.JwksHost is null)
        {
            return null;
        }

        var certificate = lab.Authority.Issue(CertificateProfile.LoopbackServer());
        var host = await JwksHost.StartAsync(certificate, cancellationToken);
        return new CaseJwksHost(host, certificate, lab.Clients.Of(method).Registration.Jwks);
    }

    /// <summary>Answers this from now on. Whoever was held before is let go.</summary>
    public void Publish(KeySetPublication publication, Placeholders values)
    {
        var before = _held;
        _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var keys = publication.Keys is { } given
            ? new JwksResponse { Body = new JsonObject { ["keys"] = values.Resolve(given) }.ToJsonString() }
            : JwksResponse.Of(_usual?.Keys ?? []);
        var answer = keys with
        {
            Status = publication.Status ?? keys.Status,
            ContentType = publication.ContentType ?? keys.ContentType,
            Body = publication.Body ?? keys.Body,
            Headers = publication.Headers ?? keys.Headers,
            IsDropped = publication.Dropped,
        };
        answer = publication.FilledTo is { } bytes ? answer.FilledTo(bytes) : answer;
        _host.Answer = publication.Held ? answer.HeldUntil(_held.Task) : answer;
        before.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        _held.TrySetResult();
        await _host.DisposeAsync();
        _certificate.Dispose();
    }
}
