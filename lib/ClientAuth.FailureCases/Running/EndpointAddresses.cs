using ClientAuth.FailureCases.Drafts;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Running;

/// <summary>Where the endpoints of a server are.</summary>
internal static class EndpointAddresses
{
    /// <param name="metadata">What the server says about itself.</param>
    /// <param name="endpoint">One of <see cref="EndpointNames"/>.</param>
    /// <param name="mtls">On the listener that asks for a certificate (RFC 8705 §5).</param>
    public static Uri Of(AuthorizationServerMetadata metadata, string endpoint, bool mtls) =>
        new(
            endpoint switch
            {
                EndpointNames.Token when mtls => metadata.MtlsEndpointAliases!.TokenEndpoint,
                EndpointNames.Token => metadata.TokenEndpoint,
                _ => throw new UnusableCaseException($"the server has no endpoint '{endpoint}' yet"),
            }
        );
}
