using System.Security.Cryptography;
using System.Text;
using ClientAuth.MockServer.Endpoints;
using ClientAuth.MockServer.Hosting;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;
using Microsoft.AspNetCore.Http;

namespace ClientAuth.MockServer.Lab;

/// <summary>Who may use the lab: whoever knows its token, and no page in a browser, not even one that knows it.</summary>
internal sealed class LabGuard(ClientSecret token, ServerNames names)
{
    private readonly byte[] _expected = Digest($"Bearer {token.Reveal()}");

    /// <summary>The refusal, or null where the request may go on.</summary>
    public RecordedResponse? RefusalOf(HttpRequest request) =>
        !names.Has(request.Host.Host)
            ? JsonResponse.Error(421, OAuthErrors.InvalidRequest, "the Host header names another server")
        : request.Headers.Origin.Count > 0
            ? JsonResponse.Error(403, "access_denied", "a page in a browser may not use the lab")
        : !CryptographicOperations.FixedTimeEquals(Digest($"{request.Headers.Authorization}"), _expected)
            ? JsonResponse.Error(
                401,
                "invalid_token",
                "the lab needs its token, which the manifest holds",
                new RecordedHeader("WWW-Authenticate", "Bearer realm=\"lab\"")
            )
        : null;

    // Of one length, whatever was sent.
    private static byte[] Digest(string header) => SHA256.HashData(Encoding.UTF8.GetBytes(header));
}
