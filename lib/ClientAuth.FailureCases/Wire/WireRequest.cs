using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.FailureCases.Wire;

/// <summary>One HTTP/1.1 request as it goes over the wire.</summary>
/// <param name="Address">Where it goes, with the query.</param>
/// <param name="Target">Path and query, as the request line has them.</param>
/// <param name="Method">For example <c>POST</c>.</param>
/// <param name="Headers">In order, repeated where a case repeats them; without <c>Host</c> and <c>Content-Length</c>.</param>
/// <param name="Body">Null sends neither a body nor its length.</param>
internal sealed record WireRequest(
    Uri Address,
    string Target,
    string Method,
    IReadOnlyList<NamedField> Headers,
    byte[]? Body
)
{
    public bool OverTls { get; init; } = true;

    /// <summary>Whether an earlier TLS session is resumed where the server lets it.</summary>
    public bool MayResume { get; init; }

    public X509Certificate2? Certificate { get; init; }

    /// <summary>Whether a second handshake begins over the same connection before the request is sent.</summary>
    public bool BeginsSecondHandshake { get; init; }

    public IReadOnlyList<X509Certificate2> Intermediates { get; init; } = [];

    /// <summary>Method and address; the target's query may hold a credential.</summary>
    public override string ToString() => $"{Method} {Address}";
}
