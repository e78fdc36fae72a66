using System.Web;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Fleet;

/// <summary>What a request of an app was for.</summary>
internal sealed class RequestPurpose(AuthorizationServerMetadata server)
{
    public const string Attestation = "attestation";

    public string Of(RecordedExchange exchange)
    {
        var target = exchange.Request.Target;
        return target == PathOf(server.ClientAttestationTokenEndpoint) ? Attestation
            : target == PathOf(server.RegistrationEndpoint) ? "registration"
            : target == PathOf(server.TokenEndpoint) ? Token(HttpUtility.ParseQueryString(exchange.Request.Body))
            : "challenge";
    }

    private static string Token(System.Collections.Specialized.NameValueCollection form) =>
        form[TokenParameters.GrantType] == GrantTypes.TokenExchange ? "token for the attestation"
        : form[TokenParameters.Scope]?.Split(' ').Contains(Scopes.DynamicClientRegistration) == true
            ? "initial access token"
        : "token of its own client";

    private static string? PathOf(string? endpoint) => endpoint is null ? null : new Uri(endpoint).AbsolutePath;
}
