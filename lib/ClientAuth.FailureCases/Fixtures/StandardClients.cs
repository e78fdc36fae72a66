using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ClientAuth.Credentials;
using ClientAuth.FailureCases.Keys;
using ClientAuth.FailureCases.Values;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Fixtures;

/// <summary>Two registered clients of each method: the one that sends, and another one, whose credentials it can take.</summary>
internal sealed class StandardClients : IDisposable
{
    private readonly LabAuthority _authority;
    private readonly CaseKeys _keys;
    private readonly TimeProvider _clock;
    private readonly IReadOnlyDictionary<string, CaseClient> _own;
    private readonly IReadOnlyDictionary<string, CaseClient> _other;

    public StandardClients(LabAuthority authority, CaseKeys keys, TimeProvider clock)
    {
        (_authority, _keys, _clock) = (authority, keys, clock);
        _own = TokenEndpointAuthMethods.All.ToDictionary(method => method, method => Create(method, CaseKeys.Client));
        _other = TokenEndpointAuthMethods.All.ToDictionary(method => method, method => Create(method, CaseKeys.Other));
    }

    public IEnumerable<ClientMetadata> Registrations =>
        _own.Values.Concat(_other.Values).Select(client => client.Registration);

    /// <summary>Every secret that one of them holds.</summary>
    public IReadOnlyList<string> Secrets => [.. Registrations.Select(client => client.ClientSecret).OfType<string>()];

    public CaseClient Of(string method) => Find(_own, method);

    public CaseClient OtherOf(string method) => Find(_other, method);

    /// <summary>The JWK of a self-signed certificate, with the certificate in it.</summary>
    /// <param name="name"><c>client</c> or <c>other</c>.</param>
    public string CertificateJwkText(string name)
    {
        var owner = (name == CaseKeys.Other ? _other : _own)[TokenEndpointAuthMethods.SelfSignedTlsClientAuth];
        return JsonSerializer.Serialize(owner.Registration.Jwks!.Keys[0], ProtocolJson.Default.Jwk);
    }

    public void Dispose()
    {
        foreach (var client in _own.Values.Concat(_other.Values))
        {
            client.Certificate?.Dispose();
        }
    }

    private static CaseClient Find(IReadOnlyDictionary<string, CaseClient> clients, string method) =>
        clients.GetValueOrDefault(method) ?? throw new UnusableCaseException($"there is no method '{method}'");

    private CaseClient Create(string method, string name)
    {
        var registration = new ClientMetadata
        {
            ClientId = $"{name}-{method.Replace('_', '-')}",
            TokenEndpointAuthMethod = method,
            GrantTypes = [GrantTypes.ClientCredentials],
            Scope = "read write dcr",
        };
        switch (method)
        {
            case TokenEndpointAuthMethods.ClientSecretBasic or TokenEndpointAuthMethods.ClientSecretPost:
                return new CaseClient(registration with { ClientSecret = NewClientSecret.Generate().Reveal() });
            case TokenEndpointAuthMethods.ClientSecretJwt:
                var secret = NewClientSecret.ForAlgorithm(signatureAlgorithm: null).Reveal();
                return new CaseClient(registration with { ClientSecret = secret })
                {
                    Signing = new JwtSigning(SignatureAlgorithms.HS256, name),
                };
            case TokenEndpointAuthMethods.PrivateKeyJwt:
                var keys = new JwkSet { Keys = [_keys.PublicJwk(name)] };
                return new CaseClient(registration with { Jwks = keys })
                {
                    Signing = new JwtSigning(SignatureAlgorithms.ES256, name),
                };
            case TokenEndpointAuthMethods.TlsClientAuth:
                var issued = Profile(name);
                return WithCertificate(
                    registration with
                    {
                        TlsClientAuthSubjectDn = issued.Subject,
                    },
                    issued,
                    _authority.Issue(issued)
                );
            case TokenEndpointAuthMethods.SelfSignedTlsClientAuth:
                var certificate = SelfSignedCertificate.Create(Profile(name), _clock);
                var jwks = new JwkSet { Keys = [Jwk.FromCertificate(certificate)] };
                return WithCertificate(registration with { Jwks = jwks }, Profile(name), certificate);
            case TokenEndpointAuthMethods.AttestJwtClientAuth or TokenEndpointAuthMethods.AttestJwtClientAuthDpop:
                return new CaseClient(registration) { Signing = new JwtSigning(SignatureAlgorithms.ES256, name) };
            default:
                // The only client whose app is attested by its platform.
                return new CaseClient(
                    registration with
                    {
                        GrantTypes = [GrantTypes.ClientCredentials, GrantTypes.TokenExchange],
                    }
                );
        }
    }

    private static CaseClient WithCertificate(
        ClientMetadata registration,
        CertificateProfile profile,
        X509Certificate2 certificate
    ) => new(registration) { Profile = profile, Certificate = certificate };

    private static CertificateProfile Profile(string name) =>
        CertificateProfile.Client($"CN={name},O=Client Authentication Lab") with
        {
            DnsNames = [$"{name}.lab.example"],
            Uris = [new Uri($"https://{name}.lab.example/id")],
            IpAddresses = [IPAddress.Parse($"2001:db8::{name.Length}"), IPAddress.Parse($"192.0.2.{name.Length}")],
            Emails = [$"{name}@mail.lab.example"],
        };
}
