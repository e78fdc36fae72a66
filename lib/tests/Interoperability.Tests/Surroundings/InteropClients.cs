using ClientAuth.Credentials;
using ClientAuth.Credentials.Clients;
using ClientAuth.Protocol;

namespace Interoperability.Tests.Surroundings;

/// <summary>
/// One client for each method, its identifier the method's name, with the credential that is registered and another one that is not.
/// What is no method is tried with the client of <c>client_secret_basic</c>.
/// </summary>
internal sealed class InteropClients : IDisposable
{
    public const string RedirectUri = "https://client.example/callback";
    public const string Scope = "read";

    private readonly Dictionary<string, ProvisionedClient> _right;
    private readonly Dictionary<string, ProvisionedClient> _wrong;

    /// <param name="authority">Issues the certificates of <c>tls_client_auth</c>.</param>
    /// <param name="clock">Dates them.</param>
    /// <param name="selfSigned">The kind of key of self-signed certificates.</param>
    public InteropClients(LabAuthority authority, TimeProvider clock, KeyAlgorithm selfSigned)
    {
        _right = Made("client");
        _wrong = Made("other");

        Dictionary<string, ProvisionedClient> Made(string name) =>
            Feature
                .All.Where(TokenEndpointAuthMethods.All.Contains)
                .ToDictionary(method => method, method => Provision(Template(method, name)));

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
    public IReadOnlyList<ClientMetadata> Registered => [.. _right.Values.Select(client => client.Registration)];

    /// <summary>The client of a method, with the registered credential.</summary>
    public ProvisionedClient Right(string method) => _right[method];

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
        foreach (var client in _right.Values.Concat(_wrong.Values))
        {
            client.Dispose();
        }
    }

    private static ClientMetadata Template(string method, string name)
    {
        var client = new ClientMetadata
        {
            ClientId = method,
            TokenEndpointAuthMethod = method,
            GrantTypes = [GrantTypes.ClientCredentials],
            Scope = Scope,
            TlsClientAuthSanDns = method == TokenEndpointAuthMethods.TlsClientAuth ? $"{name}.example" : null,
        };
        return method != TokenEndpointAuthMethods.ClientSecretBasic
            ? client
            : client with
            {
                GrantTypes = [GrantTypes.ClientCredentials, GrantTypes.AuthorizationCode],
                RedirectUris = [RedirectUri],
                Scope = $"{Scope} {Scopes.DynamicClientRegistration}",
            };
    }
}
