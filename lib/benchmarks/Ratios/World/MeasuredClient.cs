using System.Security.Cryptography.X509Certificates;
using ClientAuth.Client;
using ClientAuth.Protocol;

namespace Ratios.World;

/// <summary>A registered client and what it proves itself with.</summary>
/// <param name="Name">For the table: the method, and the algorithm where the method has several.</param>
/// <param name="Registration">What the servers are told.</param>
internal sealed record MeasuredClient(string Name, ClientMetadata Registration)
{
    /// <summary>Signs its assertions; null for a method without.</summary>
    public AssertionSigner? Signer { get; init; }

    /// <summary>What it presents in the TLS handshake, with its key; null for a method without.</summary>
    public X509Certificate2? Certificate { get; init; }

    public string Id => Registration.ClientId;

    public string Method => Registration.TokenEndpointAuthMethod;
}
