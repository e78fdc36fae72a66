using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>How the client will prove who it is (RFC 7591 §2). What the server does not offer is refused, not replaced.</summary>
internal static class RegisteredMethod
{
    public static IEnumerable<CheckResult> Of(
        ClientMetadata client,
        IReadOnlyList<string> methods,
        IReadOnlyList<string> verified
    )
    {
        yield return new CheckResult(
            Rules.RegisteredMethod,
            methods.Contains(client.TokenEndpointAuthMethod),
            $"token_endpoint_auth_method to be one of {string.Join(", ", methods)}",
            Quote.Sent(client.TokenEndpointAuthMethod)
        );
        if (client.TokenEndpointAuthSigningAlg is { } alg)
        {
            var allowed = Algorithms(client.TokenEndpointAuthMethod, verified);
            yield return new CheckResult(
                Rules.RegisteredAlg,
                allowed.Contains(alg),
                $"token_endpoint_auth_signing_alg to be one of {string.Join(", ", allowed)}",
                $"{Quote.Sent(alg)} for {client.TokenEndpointAuthMethod}"
            );
        }
    }

    // The others sign nothing, and may say what they like, short of none.
    private static IReadOnlyList<string> Algorithms(string method, IReadOnlyList<string> verified) =>
        method switch
        {
            TokenEndpointAuthMethods.ClientSecretJwt => [.. SignatureAlgorithms.Symmetric.Intersect(verified)],
            TokenEndpointAuthMethods.PrivateKeyJwt => [.. SignatureAlgorithms.Asymmetric.Intersect(verified)],
            _ => [.. SignatureAlgorithms.Symmetric, .. SignatureAlgorithms.Asymmetric],
        };
}
