using ClientAuth.FailureCases.Tester.Usage;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Discovery;

namespace ClientAuth.FailureCases.Tester.Discovery;

/// <summary>The endpoints that a server's metadata names, as far as the tester asks them. Those at another origin have to be allowed.</summary>
/// <param name="origins">Where requests may go.</param>
/// <param name="withCertificates">Whether a client has a certificate, so that the endpoints for certificates are asked.</param>
/// <param name="registers">Whether clients are registered.</param>
internal sealed class NamedEndpoints(Origins origins, bool withCertificates, bool registers)
{
    private readonly List<(string Name, Uri Address)> _elsewhere = [];

    /// <summary>The metadata without what is not asked.</summary>
    /// <exception cref="TesterException">An endpoint is no https URL, or at an origin that is not allowed; nothing is sent there.</exception>
    public AuthorizationServerMetadata Of(PublishedMetadata published, string issuer)
    {
        var metadata = new AuthorizationServerMetadata
        {
            Issuer = issuer,
            JwksUri = "",
            TokenEndpoint =
                Asked("token_endpoint", published.TokenEndpoint)
                ?? throw TesterException.NoServer("The server's metadata has no token_endpoint (RFC 8414 §2)."),
            IntrospectionEndpoint = Asked("introspection_endpoint", published.IntrospectionEndpoint),
            RevocationEndpoint = Asked("revocation_endpoint", published.RevocationEndpoint),
            PushedAuthorizationRequestEndpoint = Asked(
                "pushed_authorization_request_endpoint",
                published.PushedAuthorizationRequestEndpoint
            ),
            RegistrationEndpoint = registers ? Asked("registration_endpoint", published.RegistrationEndpoint) : null,
            ChallengeEndpoint = Asked("challenge_endpoint", published.ChallengeEndpoint),
            TokenEndpointAuthMethodsSupported = published.TokenEndpointAuthMethodsSupported,
            DpopSigningAlgValuesSupported = published.DpopSigningAlgValuesSupported,
            MtlsEndpointAliases =
                withCertificates && published.MtlsEndpointAliases is { } aliases
                    ? Aliases(aliases, published.TokenEndpoint!)
                    : null,
        };
        return _elsewhere is [] ? metadata : throw Elsewhere();
    }

    private MtlsEndpointAliases Aliases(PublishedAliases aliases, string usual) =>
        new()
        {
            TokenEndpoint = Asked("mtls_endpoint_aliases.token_endpoint", aliases.TokenEndpoint) ?? usual,
            IntrospectionEndpoint = Asked(
                "mtls_endpoint_aliases.introspection_endpoint",
                aliases.IntrospectionEndpoint
            ),
            RevocationEndpoint = Asked("mtls_endpoint_aliases.revocation_endpoint", aliases.RevocationEndpoint),
            PushedAuthorizationRequestEndpoint = Asked(
                "mtls_endpoint_aliases.pushed_authorization_request_endpoint",
                aliases.PushedAuthorizationRequestEndpoint
            ),
            RegistrationEndpoint = registers
                ? Asked("mtls_endpoint_aliases.registration_endpoint", aliases.RegistrationEndpoint)
                : null,
        };

    private string? Asked(string member, string? named)
    {
        if (named is null)
        {
            return null;
        }

        if (!Uri.TryCreate(named, UriKind.Absolute, out var address) || address.Scheme != "https")
        {
            throw TesterException.NoServer(
                $"The server's metadata names as {member} '{named}', which is no https URL. A credential must not travel without TLS."
            );
        }

        if (!origins.Allow(address))
        {
            _elsewhere.Add((member, address));
        }

        return named;
    }

    private TesterException Elsewhere()
    {
        var named = string.Join(", ", _elsewhere.Select(one => $"{one.Name} {one.Address}"));
        var options = string.Join(
            ' ',
            _elsewhere
                .Select(one => Origins.Of(one.Address))
                .Distinct()
                .Select(origin => $"{CommandLineSyntax.AllowOriginOption} {origin}")
        );
        return TesterException.Usage(
            $"The metadata names endpoints at another origin than the issuer's: {named}. Nothing was sent there. "
                + $"If they belong to the server, allow them: {options}"
        );
    }
}
