namespace ClientAuth.MockServer.Tests.RawHttp;

/// <summary>A response as it crossed the wire, its body framed by the rules of RFC 9112 §6.3.</summary>
internal sealed record RawResponse(int Status, IReadOnlyList<(string Name, string Value)> Headers, string Body)
{
    /// <summary>Whether the server says that this is its last response on the connection (RFC 9112 §9.6).</summary>
    public bool SaysClose => Values("Connection").Contains("close", StringComparer.OrdinalIgnoreCase);

    public string? Header(string name) => Values(name).FirstOrDefault();

    public IEnumerable<string> Values(string name) =>
        Headers
            .Where(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase))
            .Select(header => header.Value);

    public override string ToString() =>
        $"{Status} {string.Join(", ", Headers.Select(h => $"{h.Name}: {h.Value}"))} {Body}";
}
