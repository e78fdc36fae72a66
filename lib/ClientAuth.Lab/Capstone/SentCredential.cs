using System.Web;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Capstone;

/// <summary>The kind of credential with which a request authenticates its client, read from the request itself.</summary>
internal static class SentCredential
{
    // What a request asks for, and no proof of anything.
    private static readonly string[] NoProof =
    [
        TokenParameters.GrantType,
        TokenParameters.Scope,
        TokenParameters.SubjectTokenType,
        TokenParameters.ClientAssertionType,
    ];

    public static string Of(ClientRun run)
    {
        var targets = run.Exchanges.Select(exchange => exchange.Request.Target).Distinct().ToList();
        var proof = string.Join(", ", Parts(run.Last));
        return targets.Count > 1 ? $"{string.Join(", ", targets)}; at last {proof}" : proof;
    }

    private static IEnumerable<string> Parts(RecordedExchange exchange) =>
        [
            .. exchange.Request.Header("Authorization") is { } header
                ? [$"Authorization: {header.Split(' ')[0]}"]
                : Array.Empty<string>(),
            .. exchange.Tls.ClientCertificate is not null
                ? ["a certificate in the TLS handshake"]
                : Array.Empty<string>(),
            .. HttpUtility.ParseQueryString(exchange.Request.Body).AllKeys.OfType<string>().Except(NoProof),
            .. exchange.Request.Header(ProofHeaders.Dpop) is not null ? ["a DPoP proof"] : Array.Empty<string>(),
        ];
}
