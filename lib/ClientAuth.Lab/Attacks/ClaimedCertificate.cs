using System.Security.Cryptography.X509Certificates;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Attacks;

/// <summary>The victim's certificate, which is public, in the header field <c>Client-Cert</c> of a request straight to the server (RFC 9440 §4).</summary>
public sealed class ClaimedCertificate()
    : Attack(
        new(
            "claimed-certificate",
            AttackGroup.Forges,
            "Client-Cert, straight to the server",
            "the client's certificate, without its key",
            "the server believes the header from a trusted proxy only"
        )
    )
{
    internal const string Victim = "victim-with-certificate";

    internal static ClientMetadata Registration =>
        new()
        {
            ClientId = Victim,
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.TlsClientAuth,
            TlsClientAuthSubjectDn = $"CN={Victim}",
            TlsClientCertificateBoundAccessTokens = true,
            Scope = "read",
        };

    private protected override IReadOnlyList<ClientMetadata> Clients => [Registration];

    private protected override AuthorizationServerOptions Without(AuthorizationServerOptions options) =>
        SwitchOff(options, Defence.ClientCertOfProxies);

    private protected override Task CarryOutAsync(Testbed target, CancellationToken cancellationToken) =>
        ClaimAsync(target, target.Server.Metadata.TokenEndpoint, cancellationToken);

    /// <summary>A token request over a connection without a certificate, with the victim's in a header field.</summary>
    internal static async Task ClaimAsync(Testbed target, string endpoint, CancellationToken cancellationToken)
    {
        var certificate = target.Client(Victim).Certificate!.Export(X509ContentType.Cert);
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Headers = { { CertificateProxy.Header, $":{Convert.ToBase64String(certificate)}:" } },
            Content = TokenRequests.Form([
                (TokenParameters.GrantType, GrantTypes.ClientCredentials),
                (TokenParameters.ClientId, Victim),
            ]),
        };
        using var response = await target.CreateHttpClient().SendAsync(request, cancellationToken);
    }
}
