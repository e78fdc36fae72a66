using System.Security.Cryptography.X509Certificates;
using ClientAuth.FailureCases.Changes;
using ClientAuth.FailureCases.Laboratory;

namespace ClientAuth.FailureCases.Drafts;

/// <summary>A request while it is changed. It starts as a good one of its client and endpoint, and is sent when nothing is left to change.</summary>
internal sealed class RequestDraft(
    CaseLab lab,
    LabKeys keys,
    CaseDevices devices,
    CaseClient client,
    CaseClient otherClient,
    Placeholders values
) : IDisposable
{
    private readonly List<X509Certificate2> _kept = [];

    public CaseLab Lab => lab;

    /// <summary>The lab's, and those on the phones of the case.</summary>
    public LabKeys Keys => keys;

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

    public AssertionDraft? Assertion { get; set; }

    /// <summary>An access token that the case makes by itself, signed when nothing is left to change.</summary>
    public AssertionDraft? MintedToken { get; set; }

    /// <summary>The other JWTs, which go into headers.</summary>
    public Dictionary<SentJwt, AssertionDraft> Proofs { get; } = [];

    /// <summary>What a phone is to say, for the endpoint that takes it.</summary>
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

    public AssertionDraft OfAssertion() =>
        Assertion ?? throw new UnusableCaseException($"a request of {client.Method} has no assertion to change");

    public AssertionDraft OfJwt(SentJwt which) =>
        which == SentJwt.Assertion
            ? OfAssertion()
            : Proofs.GetValueOrDefault(which)
                ?? throw new UnusableCaseException($"a request of {client.Method} has no such JWT to change: {which}");

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

    /// <summary>Disposes of a certificate once the request has been sent.</summary>
    public X509Certificate2 Keep(X509Certificate2 certificate)
    {
        _kept.Add(certificate);
        return certificate;
    }

    public void Dispose() => _kept.ForEach(certificate => certificate.Dispose());

    private static bool IsNamed(NamedField header, string name) =>
        string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase);
}
