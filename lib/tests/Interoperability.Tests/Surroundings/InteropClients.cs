using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.Credentials.Clients;
using ClientAuth.Protocol;

namespace Interoperability.Tests.Surroundings;

/// <summary>
/// One client for each method, its identifier the method's name, with the credential that is registered and another one that is not.
/// What is no method is tried with the client of <c>client_secret_basic</c>. Beside them a second client for each method, and a public one:
/// the tester takes the credential of one client for another.
/// </summary>
internal sealed class InteropClients : IDisposable
{
    /// <summary>Of the client of <c>client_secret_basic</c>.</summary>
    public const string RedirectUri = $"https://{FirstHost}/callback";
    public const string Scope = "read";

    private static readonly string[] Certified =
    [
        TokenEndpointAuthMethods.TlsClientAuth,
        TokenEndpointAuthMethods.SelfSignedTlsClientAuth,
    ];

    private const string FirstHost = "client.example";
    private const string SecondHost = "second.example";

    private readonly Dictionary<string, ProvisionedClient> _right;
    private readonly Dictionary<string, ProvisionedClient> _wrong;
    private readonly Dictionary<string, ProvisionedClient> _second;

    /// <param name="authority">Issues the certificates of <c>tls_client_auth</c>.</param>
    /// <param name="clock">Dates them.</param>
    /// <param name="selfSigned">The kind of key of self-signed certificates.</param>
    public InteropClients(LabAuthority authority, TimeProvider clock, KeyAlgorithm selfSigned)
    {
        _right = Made(FirstHost, "");
        _wrong = Made("other.example", "");
        _second = Made(SecondHost, "-2");

        Dictionary<string, ProvisionedClient> Made(string host, string suffix) =>
            Feature
                .All.Where(TokenEndpointAuthMethods.All.Contains)
                .ToDictionary(
                    method => method,
                    method => Provision(Template(method, HostOf(method, host), method + suffix))
                );

        ProvisionedClient Provision(ClientMetadata client) =>
            client.TokenEndpointAuthMethod is TokenEndpointAuthMethods.SelfSignedTlsClientAuth
                ? SelfSigned(client)
                : ClientProvisioning.Provision(client, authority, clock);

        ProvisionedClient SelfSigned(ClientMetadata client)
        {
            var profile = CertificateProfile.Client($"CN={client.ClientId}") with { KeyAlgorithm = selfSigned };
            var certificate = SelfSignedCertificate.Create(profile, clock);
            return new ProvisionedClient
            {
                Registration = client with { Jwks = new JwkSet { Keys = [Jwk.FromCertificate(certificate)] } },
                Certificate = certificate,
            };
        }
    }

    /// <summary>What the servers are told.</summary>
    public IReadOnlyList<ClientMetadata> Registered =>
        [.. _right.Values.Concat(_second.Values).Select(client => client.Registration), Public];

    /// <summary>Registered, with their credentials: of each method the client, and then the second one.</summary>
    public IEnumerable<ProvisionedClient> OfTheTester => _right.Values.Concat(_second.Values);

    /// <summary>A client without a credential, which is registered for users.</summary>
    public static ClientMetadata Public { get; } =
        new()
        {
            ClientId = TokenEndpointAuthMethods.None,
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.None,
            GrantTypes = [GrantTypes.AuthorizationCode],
            RedirectUris = [RedirectUri],
            Scope = Scope,
        };

    /// <summary>The client of a method, with the registered credential.</summary>
    public ProvisionedClient Right(string method) => _right[method];

    /// <summary>The certificate of a client; null where it has none.</summary>
    public X509Certificate2? CertificateOf(string clientId) =>
        OfTheTester.FirstOrDefault(client => client.Registration.ClientId == clientId)?.Certificate;

    /// <summary>
    /// The client that tries a row, with another credential of the same kind where it is to be wrong. The credential stays right where
    /// something else is to be wrong: a proof, or the token that opens the registration.
    /// </summary>
    public ProvisionedClient Of(string feature, bool right) =>
        (right ? _right : _wrong).GetValueOrDefault(feature)
        ?? Basic(right || feature is Feature.Dpop or Feature.Registration);

    /// <summary>The client of <c>client_secret_basic</c>.</summary>
    public ProvisionedClient Basic(bool right = true) =>
        (right ? _right : _wrong)[TokenEndpointAuthMethods.ClientSecretBasic];

    public void Dispose()
    {
        foreach (var client in _right.Values.Concat(_wrong.Values).Concat(_second.Values))
        {
            client.Dispose();
        }
    }

    // One for each client: a certificate for it is what OpenIddict takes from a client with such a redirect URI, whatever else it has.
    private static string HostOf(string method, string host) =>
        method == TokenEndpointAuthMethods.ClientSecretBasic ? host : $"{method.Replace('_', '-')}.{host}";

    private static ClientMetadata Template(string method, string host, string clientId) =>
        new()
        {
            ClientId = clientId,
            TokenEndpointAuthMethod = method,
            GrantTypes = [GrantTypes.ClientCredentials, GrantTypes.AuthorizationCode],
            RedirectUris = [$"https://{host}/callback"],
            Scope =
                method == TokenEndpointAuthMethods.ClientSecretBasic
                    ? $"{Scope} {Scopes.DynamicClientRegistration}"
                    : Scope,
            TlsClientAuthSanDns = method == TokenEndpointAuthMethods.TlsClientAuth ? host : null,
            // Its tokens are to be bound to its certificate (RFC 8705 §3.4).
            TlsClientCertificateBoundAccessTokens = Certified.Contains(method) ? true : null,
        };
}
