using System.Globalization;

namespace ClientAuth.Lab.OwnServer.Probing;

/// <summary>What became of a request. A closed set; none of them holds a token.</summary>
public abstract record ProbeResponse
{
    private ProbeResponse() { }

    /// <summary>In the few words of a table.</summary>
    public sealed override string ToString() => Words;

    private protected abstract string Words { get; }

    /// <summary>The server issued a token. It is dropped at once.</summary>
    public sealed record Issued : ProbeResponse
    {
        private protected override string Words => "token";
    }

    /// <summary>The server answered, and issued none.</summary>
    /// <param name="Status">HTTP status.</param>
    /// <param name="Error">The error code (RFC 6749 §5.2); null where there is none that is printable.</param>
    /// <param name="Says">What it says beside, without anything that could be a credential; null where it says nothing.</param>
    public sealed record Refused(int Status, string? Error, string? Says) : ProbeResponse
    {
        private protected override string Words =>
            string.Create(CultureInfo.InvariantCulture, $"{Status} {Error ?? "without an error code"}");
    }

    /// <summary>There was no answer: the connection failed, or the TLS handshake.</summary>
    public sealed record NoResponse(string Why) : ProbeResponse
    {
        private protected override string Words => "no answer";
    }

    /// <summary>Nothing was sent.</summary>
    public sealed record NotAsked(string Why) : ProbeResponse
    {
        private protected override string Words => "not asked";
    }
}
