using ClientAuth.FailureCases.Jwts;

namespace ClientAuth.FailureCases.Changes;

/// <summary>Header or payload as they stand here, in place of a JSON object, and signed like one.</summary>
public sealed record RawChange : JwtChange
{
    public string? Header { get; init; }

    public string? Payload { get; init; }

    /// <summary>The same as octets in hexadecimal, for what is no text.</summary>
    public string? HeaderHex { get; init; }

    public string? PayloadHex { get; init; }

    private protected override void Apply(JwtDraft jwt)
    {
        jwt.Header.Replace(Header, HeaderHex);
        jwt.Claims.Replace(Payload, PayloadHex);
    }
}
