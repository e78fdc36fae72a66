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
                EndpointNames.Token or EndpointNames.TokenExchange when mtls => metadata
                    .MtlsEndpointAliases!
                    .TokenEndpoint,
                EndpointNames.Token or EndpointNames.TokenExchange => metadata.TokenEndpoint,
                EndpointNames.Introspection when mtls => metadata.MtlsEndpointAliases!.IntrospectionEndpoint!,
                EndpointNames.Introspection => metadata.IntrospectionEndpoint!,
                EndpointNames.Revocation when mtls => metadata.MtlsEndpointAliases!.RevocationEndpoint!,
                EndpointNames.Revocation => metadata.RevocationEndpoint!,
                EndpointNames.PushedAuthorizationRequest when mtls => metadata
                    .MtlsEndpointAliases!
                    .PushedAuthorizationRequestEndpoint!,
                EndpointNames.PushedAuthorizationRequest => metadata.PushedAuthorizationRequestEndpoint!,
                EndpointNames.Resource when mtls => BesideToken(metadata.MtlsEndpointAliases!.TokenEndpoint),
                EndpointNames.Resource => BesideToken(metadata.TokenEndpoint),
                EndpointNames.Registration when mtls => metadata.MtlsEndpointAliases!.RegistrationEndpoint!,
                EndpointNames.Registration => metadata.RegistrationEndpoint!,
                EndpointNames.ClientAttestationToken => metadata.ClientAttestationTokenEndpoint
                    ?? throw new UnusableCaseException("the server has no attestation endpoint: it accepts no app"),
                EndpointNames.ClientConfiguration => values.Expand("{device.registration_client_uri}"),
                _ => throw new UnusableCaseException($"the server has no endpoint '{endpoint}' yet"),
            }
        );

    // The metadata is an authorization server's; its resource is no part of it, and on the same two listeners.
    private static string BesideToken(string tokenEndpoint) => new Uri(new Uri(tokenEndpoint), "/resource").AbsoluteUri;
}
