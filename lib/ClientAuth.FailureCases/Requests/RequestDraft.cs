using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Jwts;
using ClientAuth.FailureCases.Keys;
using ClientAuth.FailureCases.Values;
using ClientAuth.FailureCases.Wire;

namespace ClientAuth.FailureCases.Requests;

/// <summary>A request while it is changed. It starts as a good request of its client to its endpoint; <see cref="RequestRendering"/> turns it into what is sent.</summary>
internal sealed class RequestDraft(
    CaseFixture fixture,
    CaseKeys keys,
    CaseDevices devices,
    CaseClient client,
    CaseClient otherClient,
    Placeholders values
) : IDisposable
{
    private readonly List<X509Certificate2> _kept = [];

    public CaseFixture Fixture => fixture;

    /// <summary>The fixture's, and those on the phones of the case.</summary>
    public CaseKeys Keys => keys;

    public CaseDevices Devices => devices;

    public CaseClient Client => client;

    /// <summary>The other standard client of the same method.</summary>
    public CaseClient OtherClient => otherClient;

    public Placeholders Values => values;

    public string Method { get; set; } = "POST";

    /// <summary>Empty for none.</summary>
    public string ContentType { get; set; } = "application/x-www-form-urlencoded";

    public string? Query { get; set; }

    public List<NamedField> Form { get; } = [];

    public JsonDraft? Json { get; set; }

    /// <summary>In place of form or JSON.</summary>
    public string? RawBody { get; set; }

    public List<NamedField> Headers { get; } = [];

    /// <summary>An access token that the case makes by itself, in place of one that the server issued.</summary>
    public JwtDraft? MintedToken { get; set; }

    /// <summary>The client assertion, the proofs and the attestation.</summary>
    public Dictionary<JwtKind, JwtDraft> Jwts { get; } = [];

    /// <summary>The attestation that a phone is to make, for the endpoint that takes it.</summary>
    public EvidenceDraft? Evidence { get; set; }

    public X509Certificate2? Certificate { get; set; }

    public IReadOnlyList<X509Certificate2> Intermediates { get; set; } = [];

    /// <summary>Whether it goes to the listener that asks for a client certificate.</summary>
    public bool AtCertificateEndpoint { get; set; }

    public bool AtSecondNode { get; set; }

    public bool OverTls { get; set; } = true;

    /// <summary>Whether the client resumes an earlier TLS session where it can.</summary>
    public bool MayResume { get; set; }

    /// <summary>Whether the client begins a second handshake over the same connection.</summary>
    public bool BeginsSecondHandshake { get; set; }

    public int Attempts { get; set; } = 1;

    public bool InParallel { get; set; }

    public bool TriesAuthorizationHeader => Headers.Any(header => IsNamed(header, "Authorization"));

    /// <exception cref="UnusableCaseException">The request holds no such JWT.</exception>
    public JwtDraft OfJwt(JwtKind which) =>
        Jwts.GetValueOrDefault(which)
        ?? throw new UnusableCaseException(
            $"a request of {client.Method} has no {JsonNamingPolicy.SnakeCaseLower.ConvertName($"{which}")} to change"
        );

    public JsonDraft OfJson() => Json ?? throw new UnusableCaseException("this endpoint takes no JSON body to change");

    public void RemoveParameter(string name) => Form.RemoveAll(parameter => parameter.Name == name);

    public void SetParameter(string name, params IReadOnlyList<string> values)
    {
        RemoveParameter(name);
        Form.AddRange(values.Select(value => new NamedField(name, value)));
    }

    public void SetHeader(string name, params IReadOnlyList<string> values)
    {
        Headers.RemoveAll(header => IsNamed(header, name));
        Headers.AddRange(values.Select(value => new NamedField(name, value)));
    }

    /// <summary>Keeps a certificate until the request has been sent, and then disposes of it.</summary>
    public X509Certificate2 Keep(X509Certificate2 certificate)
    {
        _kept.Add(certificate);
        return certificate;
    }

    public void Dispose() => _kept.ForEach(certificate => certificate.Dispose());

    private static bool IsNamed(NamedField header, string name) =>
        string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase);
}
