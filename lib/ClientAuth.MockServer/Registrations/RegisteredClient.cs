using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>A client as the server knows it: its metadata, and what only the server knows beside it.</summary>
internal sealed record RegisteredClient(ClientMetadata Metadata)
{
    /// <summary>Identifier and method; never the secret.</summary>
    public override string ToString() => Metadata.ToString();
}
