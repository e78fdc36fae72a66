using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Keys;
using ClientAuth.FailureCases.Tester.Usage;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Tester.Clients;

/// <summary>The clients file, read: the server, how it is trusted, and the clients with their credentials.</summary>
internal sealed class TestedClients : IDisposable
{
    private static readonly string[] Methods =
    [
        .. TokenEndpointAuthMethods.All.Except(TokenEndpointAuthMethods.Attested),
    ];

    private TestedClients(ClientsDocument written, CaseFixture fixture, X509Certificate2Collection? authorities)
    {
        Issuer = written.Issuer;
        Scope = written.Scope;
        AudiencePolicy = written.AudiencePolicy ?? AudiencePolicy.IssuerOnly;
        LeftOut = written.LeaveOut ?? [];
        (Fixture, Authorities) = (fixture, authorities);
    }

    /// <summary>The issuer of the file, if it names one.</summary>
    public string? Issuer { get; }

    public string? Scope { get; }

    public AudiencePolicy AudiencePolicy { get; }

    /// <summary>Cases, sections and methods that are not run.</summary>
    public IReadOnlyList<string> LeftOut { get; }

    /// <summary>The clients as cases use them.</summary>
    public CaseFixture Fixture { get; }

    /// <summary>The authorities of the server's certificate; null for those of the machine.</summary>
    public X509Certificate2Collection? Authorities { get; }

    /// <param name="path">The clients file.</param>
    /// <param name="authorities">The PEM file of <c>--ca</c>, before that of the clients file.</param>
    /// <param name="clock">The machine's clock.</param>
    /// <param name="variable">The value of an environment variable, or null.</param>
    /// <exception cref="TesterException">A file is wrong; the message names file, line and field.</exception>
    public static TestedClients Read(
        string path,
        string? authorities,
        TimeProvider clock,
        Func<string, string?> variable
    )
    {
        var source = new ClientsSource(path, variable);
        var written = source.Parse();
        var (own, other) = (new Dictionary<string, CaseClient>(), new Dictionary<string, CaseClient>());
        var keys = new Dictionary<string, AsymmetricAlgorithm>();
        foreach (var (number, client) in (written.Clients ?? []).Index())
        {
            var method = MethodOf(source, number, client);
            var (to, keyName) = own.ContainsKey(method) ? (other, CaseKeys.Other) : (own, CaseKeys.Client);
            // A third client of a method has nothing to do.
            if (to.ContainsKey(method))
            {
                continue;
            }

            var (read, key) = new CredentialReader(source, number, client, keyName).Read();
            to[method] = read;
            if (key is not null)
            {
                keys[keyName] = key;
            }
        }

        if (own.Count == 0)
        {
            throw source.Wrong(ClientsSource.TheServer, "clients", "is missing or empty. Write one client at least.");
        }

        var roots = authorities is not null
            ? AuthorityFile.Read(authorities)
            : AuthorityFile.Read(source, written.CaCertificate);
        var clients = new StandardClients(own, other);
        var fixture = CaseFixture.OfOthers(clock, clients, new CaseKeys(keys), SameName(own));
        return new TestedClients(written, fixture, roots);
    }

    public void Dispose() => Fixture.Dispose();

    private static string MethodOf(ClientsSource source, int number, ClientDocument? client)
    {
        if (client?.ClientId is not { Length: > 0 })
        {
            throw source.Wrong(number, "client_id", "is missing. Write the identifier that the server has registered.");
        }

        return client.TokenEndpointAuthMethod is { } method && Methods.Contains(method)
            ? method
            : throw source.Wrong(
                number,
                "token_endpoint_auth_method",
                (
                    client.TokenEndpointAuthMethod is { } other
                        ? $"'{other}' is no method that the tester can use"
                        : "is missing"
                ) + $". Write one of {string.Join(", ", Methods)}."
            );
    }

    // An authority of the same name as the one that has issued the client's certificate.
    private static CertificateProfile SameName(Dictionary<string, CaseClient> clients)
    {
        var profile = CertificateProfile.Authority("Client Authentication Lab Root");
        var certificate = clients.GetValueOrDefault(TokenEndpointAuthMethods.TlsClientAuth)?.Certificate;
        return certificate is null ? profile : profile with { Subject = certificate.Issuer };
    }
}
