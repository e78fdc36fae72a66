using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>A secret of a client and when it ends (RFC 7591 §3.2.1); null means never.</summary>
internal sealed record DatedSecret(ClientSecret Value, DateTimeOffset? Ends)
{
    public bool IsValidAt(DateTimeOffset now) => Ends is null || now < Ends;
}
