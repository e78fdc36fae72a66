using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Certificates;
using ClientAuth.FailureCases.Changes;
using ClientAuth.FailureCases.Requests;
using ClientAuth.FailureCases.Steps;
using ClientAuth.FailureCases.Tester.Clients;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Tester.Plan;

/// <summary>Which endpoints a server has, and which changes to a request need what only its operator has.</summary>
/// <param name="clients">The clients file.</param>
/// <param name="metadata">What the server says about itself.</param>
internal sealed class RequestApplicability(TestedClients clients, AuthorizationServerMetadata metadata)
{
    public string? ReasonAgainst(FailureCase failureCase, string method) =>
        ForEndpoint(failureCase.Endpoint)
        ?? ForRedirect(failureCase, method)
        ?? ForProofs(failureCase)
        ?? Changes(failureCase)
            .Select(change => ForChange(change, method))
            .FirstOrDefault(reason => reason is not null);

    /// <summary>Why nothing can be sent to an endpoint, in words; null where something can.</summary>
    public string? ForEndpoint(string endpoint) =>
        endpoint switch
        {
            EndpointNames.Resource => "it is about an API, which is no part of an authorization server",
            EndpointNames.ClientAttestationToken or EndpointNames.TokenExchange =>
                "it is about device attestation at this project's own server",
            EndpointNames.Introspection when metadata.IntrospectionEndpoint is null =>
                "the server offers no introspection",
            EndpointNames.Revocation when metadata.RevocationEndpoint is null => "the server offers no revocation",
            EndpointNames.PushedAuthorizationRequest when metadata.PushedAuthorizationRequestEndpoint is null =>
                "the server offers no pushed authorization requests",
            EndpointNames.Registration
            or EndpointNames.ClientConfiguration when metadata.RegistrationEndpoint is null =>
                "it registers clients: --register asks for that, and the server must offer it",
            _ => null,
        };

    public bool RequestsScope(string scope) => clients.Scope?.Split(' ').Contains(scope) is true;

    // What a server offers it must accept (RFC 9449 §5.1); what it does not offer, it may refuse.
    private string? ForProofs(FailureCase failureCase) =>
        failureCase.Expect.Issued && metadata.DpopSigningAlgValuesSupported is { } offered
            ? Changes(failureCase)
                .OfType<DpopChange>()
                .Select(proof => proof.Alg ?? SignatureAlgorithms.ES256)
                .FirstOrDefault(algorithm => !offered.Contains(algorithm))
                is { } missing
                ? $"the server does not offer {missing} for DPoP proofs"
                : null
            : null;

    private string? ForRedirect(FailureCase failureCase, string method) =>
        failureCase.Endpoint != EndpointNames.PushedAuthorizationRequest ? null
        // The standard one has none, and cases about one that has some register it.
        : method == TokenEndpointAuthMethods.None ? "it needs a public client without a registered redirect URI"
        : clients.Fixture.Clients.Of(method).Registration.RedirectUris is null
            ? $"the clients file names no redirect_uri of its client of {method}"
        : null;

    private static IEnumerable<RequestChange> Changes(FailureCase failureCase) =>
        failureCase
            .Before.Concat(failureCase.After ?? [])
            .OfType<RequestStep>()
            .SelectMany(step => step.Send)
            .Concat(failureCase.Send);

    private string? ForChange(RequestChange change, string method) =>
        change switch
        {
            CertificateChange certificate => ForCertificate(certificate, method),
            PresentChange { Method: var other } when TokenEndpointAuthMethods.Attested.Contains(other) =>
                "only an attester that the server trusts can make client attestations",
            ForwardChange { By: not ForwardingParty.Client } => "it needs a proxy that the server trusts",
            MintChange { Key: null } => "it needs the key that the server signs with",
            AddressChange { SecondNode: true } => "it needs a second node of the server",
            AddressChange when metadata.MtlsEndpointAliases is null =>
                "the server has no addresses of their own for clients with certificates",
            DpopChange when metadata.DpopSigningAlgValuesSupported is null => "the server announces no DPoP",
            JwtChange { Of: not Jwts.JwtKind.Assertion } when metadata.DpopSigningAlgValuesSupported is null =>
                "the server announces no DPoP",
            _ => null,
        };

    private string? ForCertificate(CertificateChange change, string method) =>
        change switch
        {
            { None: true } or { OfOther: true } => null,
            { Revoked: true } => "it needs a certificate that the server's authority has revoked",
            { Issuer: CertificateIssuer.Lab } =>
                "it needs the key of the authority that the server trusts for certificates",
            { Issuer: CertificateIssuer.Reissued } when clients.Fixture.Clients.Of(method).Certificate is null =>
                "it needs a client with a certificate",
            _ => null,
        };
}
