using System.Net;
using System.Net.Http.Headers;
using ClientAuth.Client.Dpop;
using ClientAuth.Protocol;

namespace ClientAuth.Client.Haapi;

/// <summary>A request to a resource that carries a bound token and a DPoP proof (RFC 9449 §7.1). It can be sent several times.</summary>
internal sealed class BoundRequest
{
    private readonly HttpRequestMessage _original;
    private readonly byte[]? _body;

    private BoundRequest(HttpRequestMessage original, byte[]? body)
    {
        _original = original;
        _body = body;
    }

    private Uri Target => _original.RequestUri!;

    /// <exception cref="ArgumentException">The address is no absolute https URL.</exception>
    public static async Task<BoundRequest> OfAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { } address || !EndpointAddress.IsOne(address))
        {
            throw new ArgumentException(
                $"'{request.RequestUri}' is no absolute https URL; an access token does not travel without TLS (RFC 6750 §5.3).",
                nameof(request)
            );
        }

        return new BoundRequest(
            request,
            request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : null
        );
    }

    /// <summary>A new message each time, with a new proof: a message can be sent once only, and a proof as well.</summary>
    public HttpRequestMessage Message(BoundAccessToken token, DpopKey key)
    {
        var message = new HttpRequestMessage(_original.Method, Target)
        {
            Version = _original.Version,
            VersionPolicy = _original.VersionPolicy,
        };
        Copy(_original.Headers, message.Headers);
        message.Headers.Authorization = new AuthenticationHeaderValue(ProofHeaders.Dpop, token.Reveal());
        message.Headers.Remove(ProofHeaders.Dpop);
        message.Headers.TryAddWithoutValidation(
            ProofHeaders.Dpop,
            key.Prove(_original.Method, Target, token.Reveal()).Compact
        );
        if (_body is not null)
        {
            message.Content = new ByteArrayContent(_body);
            Copy(_original.Content!.Headers, message.Content.Headers);
        }

        return message;
    }

    /// <summary>Whether a response refuses the request, with this error code in its <c>WWW-Authenticate</c> (RFC 9449 §7.1).</summary>
    public static bool IsRefusedWith(HttpResponseMessage response, string error) =>
        response.StatusCode == HttpStatusCode.Unauthorized
        && response.Headers.WwwAuthenticate.Any(challenge =>
            challenge.Scheme.Equals(ProofHeaders.Dpop, StringComparison.OrdinalIgnoreCase)
            && challenge.Parameter?.Contains($"error=\"{error}\"", StringComparison.Ordinal) is true
        );

    private static void Copy(HttpHeaders from, HttpHeaders to)
    {
        foreach (var (name, values) in from)
        {
            to.TryAddWithoutValidation(name, values);
        }
    }
}
