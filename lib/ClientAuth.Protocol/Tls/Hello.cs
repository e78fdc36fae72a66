namespace ClientAuth.Protocol.Tls;

/// <summary>The two hellos (RFC 8446 §4.1, RFC 5246 §7.4.1): what the client offers, and what the server takes.</summary>
internal static class Hello
{
    private const int RandomSize = 32;

    // SHA-256 of "HelloRetryRequest" in place of the random (RFC 8446 §4.1.3).
    private static readonly byte[] RetryRandom = Convert.FromHexString(
        "CF21AD74E59A6111BE1D8C021E65B891C2A211167ABB8C5E079E09E2C8A8339C"
    );

    public static string Client(WireReader reader)
    {
        var legacy = reader.Number("legacy_version", 2, TlsNames.Version);
        reader.Opaque("random", RandomSize);
        reader.Block("legacy_session_id", 1);
        var suites = reader.List("cipher_suites", 2, 2, TlsNames.CipherSuite);
        reader.List("legacy_compression_methods", 1, 1, Compression);
        var told = new ClientExtensions();
        HelloExtensions.Read(reader, told.Read);
        return string.Join(
            "; ",
            [
                .. told.ServerName is { } name ? [$"to {name}"] : Array.Empty<string>(),
                $"offers {(told.Versions.Count > 0 ? string.Join(", ", told.Versions) : TlsNames.Version(legacy))}",
                $"{suites.Count} cipher suites",
                .. told.Offers,
            ]
        );
    }

    public static string Server(WireReader reader, Negotiation negotiation)
    {
        var version = reader.Number("legacy_version", 2, TlsNames.Version);
        var isRetry = false;
        reader.Opaque(
            "random",
            RandomSize,
            random =>
                (isRetry = random.Span.SequenceEqual(RetryRandom))
                    ? "of a HelloRetryRequest: send another ClientHello with another key_share"
                    : WireReader.Size(random.Length)
        );
        reader.Block("legacy_session_id", 1);
        var suite = TlsNames.CipherSuite(reader.Number("cipher_suite", 2, TlsNames.CipherSuite));
        reader.Number("legacy_compression_method", 1, Compression);
        var told = new ServerExtensions();
        HelloExtensions.Read(reader, told.Read);
        if (reader.Problem is null)
        {
            negotiation.Version = told.Version ?? version;
            negotiation.CipherSuite = suite;
            negotiation.UsesPreSharedKey = told.UsesPreSharedKey;
        }

        return string.Join(
            "; ",
            [
                .. isRetry ? ["asks for another ClientHello"] : Array.Empty<string>(),
                $"{TlsNames.Version(told.Version ?? version)}, {suite}",
                .. told.UsesPreSharedKey ? ["resumes the earlier session"] : Array.Empty<string>(),
            ]
        );
    }

    private static string Compression(int method) => method == 0 ? "none" : $"method {method}";
}
