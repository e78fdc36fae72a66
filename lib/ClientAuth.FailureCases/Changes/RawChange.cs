using ClientAuth.FailureCases.Jwts;
using ClientAuth.FailureCases.Requests;

namespace ClientAuth.FailureCases.Changes;

/// <summary>Header or payload as they stand here, in place of a JSON object, and signed like one.</summary>
public sealed record RawChange : RequestChange
{
    public string? Header { get; init; }

    public string? Payload { get; init; }

    /// <summary>The same as octets in hexadecimal, for what is no text.</summary>
    public string? HeaderHex { get; init; }

    public string? PayloadHex { get; init; }

    /// <summary>Which JWT; the assertion where it is left out.</summary>
    public JwtKind Of { get; init; }

    internal override void Apply(RequestDraft draft)
    {
        draft.OfJwt(Of).Header.Replace(Header, HeaderHex);
        draft.OfJwt(Of).Claims.Replace(Payload, PayloadHex);
    }
}
