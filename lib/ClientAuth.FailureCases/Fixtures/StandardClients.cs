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
    private readonly IReadOnlyDictionary<string, CaseClient> _own;
    private readonly IReadOnlyDictionary<string, CaseClient> _other;

    public StandardClients(LabAuthority authority, CaseKeys keys, TimeProvider clock)
    {
        _own = Created(CaseKeys.Client);
        _other = Created(CaseKeys.Other);

        Dictionary<string, CaseClient> Created(string name) =>
            TokenEndpointAuthMethods.All.ToDictionary(
                method => method,
                method => Create(method, name, authority, keys, clock)
            );
    }

    /// <summary>Clients that somebody else has registered, which need not be there for every method.</summary>
    /// <param name="own">Those that send, by their methods.</param>
    /// <param name="other">The other ones.</param>
    public StandardClients(
        IReadOnlyDictionary<string, CaseClient> own,
        IReadOnlyDictionary<string, CaseClient> other
    ) => (_own, _other) = (own, other);

    public IEnumerable<CaseClient> All => _own.Values.Concat(_other.Values);

    public IEnumerable<ClientMetadata> Registrations => All.Select(client => client.Registration);

    /// <summary>Every secret that one of them holds.</summary>
    public IReadOnlyList<string> Secrets => [.. Registrations.Select(client => client.ClientSecret).OfType<string>()];

    public CaseClient Of(string method) => Find(_own, method);

    public CaseClient OtherOf(string method) => Find(_other, method);

    public bool Has(string method) => _own.ContainsKey(method);

    public bool HasOther(string method) => _other.ContainsKey(method);

    /// <summary>The <c>kid</c> by which the server knows a key, where that is settled; null for the key's own.</summary>
    /// <param name="keyName">The name of the key.</param>
    public string? KeyIdOf(string keyName) => (
            keyName == CaseKeys.Client ? _own
            : keyName == CaseKeys.Other ? _other
            : null
        )?.GetValueOrDefault(TokenEndpointAuthMethods.PrivateKeyJwt)?.KeyId;

    /// <summary>The JWK of a self-signed certificate, with the certificate in it.</summary>
    /// <param name="name"><c>client</c> or <c>other</c>.</param>
    public string CertificateJwkText(string name)
    {
        var owner = (name == CaseKeys.Other ? _other : _own)[TokenEndpointAuthMethods.SelfSignedTlsClientAuth];
        return JsonSerializer.Serialize(owner.Registration.Jwks!.Keys[0], ProtocolJson.Default.Jwk);
    }

    public void Dispose()
    {
        foreach (var client in All)
        {
            client.Certificate?.Dispose();
        }
    }

    private static CaseClient Find(IReadOnlyDictionary<string, CaseClient> clients, string method) =>
        clients.GetValueOrDefault(method) ?? throw new UnusableCaseException($"there is no client of '{method}'");

    private static CaseClient Create(
        string method,
        string name,
        LabAuthority authority,
        CaseKeys keys,
        TimeProvider clock
    )
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
                var registered = new JwkSet { Keys = [keys.PublicJwk(name)] };
                return new CaseClient(registration with { Jwks = registered })
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
                    authority.Issue(issued)
                );
            case TokenEndpointAuthMethods.SelfSignedTlsClientAuth:
                var certificate = SelfSignedCertificate.Create(Profile(name), clock);
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
