using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Reading;

/// <summary>
/// Whether a request says in one way where its body ends, and whether the body is coded as the server reads it (RFC 9112 §6.1,
/// RFC 9110 §8.4). What is ignored here, another reader of the same octets may heed: then two see different requests.
/// </summary>
internal static class Framing
{
    /// <summary>The coding that is none (RFC 9110 §12.5.3), and the only one that is taken.</summary>
    public const string Identity = "identity";

    private const string Chunked = "chunked";

    // How Kestrel calls the Content-Length of a request that has Transfer-Encoding as well.
    private const string OverriddenLength = "X-Content-Length";

    /// <summary>What is wrong with the end of the body, or null.</summary>
    public static string? Problem(IncomingRequest incoming)
    {
        var codings = Members(incoming, "Transfer-Encoding");
        return codings is [] ? null
            : codings is not [var only] || !only.Equals(Chunked, StringComparison.OrdinalIgnoreCase)
                ? "another transfer coding than chunked"
            : incoming.Http.Header(OverriddenLength) is not null ? "both Content-Length and Transfer-Encoding"
            : null;
    }

    /// <summary>Whether the content is coded in no way; leaves a line only where it is.</summary>
    public static bool CheckCoding(IncomingRequest incoming, CheckTrace trace)
    {
        var coded = Members(incoming, "Content-Encoding")
            .Find(coding => !coding.Equals(Identity, StringComparison.OrdinalIgnoreCase));
        return coded is null
            || trace.Check(Rules.ContentCoding, false, "no content coding", $"the content coding {Quote.Sent(coded)}");
    }

    private static List<string> Members(IncomingRequest incoming, string field) =>
        incoming.Http.Header(field) is null
            ? []
            :
            [
                .. incoming
                    .Http.HeaderValues(field)
                    .SelectMany(value =>
                        value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    ),
            ];
}
