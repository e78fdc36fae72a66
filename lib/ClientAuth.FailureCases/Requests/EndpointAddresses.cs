using ClientAuth.FailureCases.Values;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Requests;

/// <summary>Where the endpoints of a server are.</summary>
internal static class EndpointAddresses
{
    /// <param name="metadata">What the server says about itself.</param>
    /// <param name="endpoint">One of <see cref="EndpointNames"/>.</param>
    /// <param name="mtls">On the listener that asks for a certificate (RFC 8705 §5).</param>
    /// <param name="values">What earlier steps have brought: a client's configuration endpoint is told at its registration.</param>
    public static Uri Of(AuthorizationServerMetadata metadata, string endpoint, bool mtls, Placeholders values) =>
        new(
            endpoint switch
            {
                EndpointNames.Token or EndpointNames.TokenExchange => Named(
                    metadata.TokenEndpoint,
                    mtls,
                    metadata.MtlsEndpointAliases?.TokenEndpoint,
                    endpoint
                ),
                EndpointNames.Introspection => Named(
                    metadata.IntrospectionEndpoint,
                    mtls,
                    metadata.MtlsEndpointAliases?.IntrospectionEndpoint,
                    endpoint
                ),
                EndpointNames.Revocation => Named(
                    metadata.RevocationEndpoint,
                    mtls,
                    metadata.MtlsEndpointAliases?.RevocationEndpoint,
                    endpoint
                ),
                EndpointNames.PushedAuthorizationRequest => Named(
                    metadata.PushedAuthorizationRequestEndpoint,
                    mtls,
                    metadata.MtlsEndpointAliases?.PushedAuthorizationRequestEndpoint,
                    endpoint
                ),
                EndpointNames.Resource => BesideToken(
                    mtls ? metadata.MtlsEndpointAliases!.TokenEndpoint : metadata.TokenEndpoint
                ),
                EndpointNames.Registration => Named(
                    metadata.RegistrationEndpoint,
                    mtls,
                    metadata.MtlsEndpointAliases?.RegistrationEndpoint,
                    endpoint
                ),
                EndpointNames.ClientAttestationToken => metadata.ClientAttestationTokenEndpoint
                    ?? throw new UnusableCaseException("the server has no attestation endpoint: it accepts no app"),
                EndpointNames.ClientConfiguration => values.Expand("{device.registration_client_uri}"),
                _ => throw new UnusableCaseException($"the server has no endpoint '{endpoint}' yet"),
            }
        );

    // A server without a listener of its own for certificates asks for them at the usual endpoints (RFC 8705 §5).
    private static string Named(string? usual, bool mtls, string? alias, string endpoint) =>
        (mtls ? alias ?? usual : usual)
        ?? throw new UnusableCaseException($"the server's metadata names no endpoint for {endpoint}");

    // The metadata is an authorization server's; its resource is no part of it, and on the same two listeners.
    private static string BesideToken(string tokenEndpoint) => new Uri(new Uri(tokenEndpoint), "/resource").AbsoluteUri;
}
