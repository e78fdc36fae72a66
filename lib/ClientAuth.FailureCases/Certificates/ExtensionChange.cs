using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.FailureCases.Certificates;

/// <summary>An X.509 extension as it is to stand in a certificate.</summary>
public sealed record ExtensionChange
{
    public required string Oid { get; init; }

    public bool Critical { get; init; }

    /// <summary>Its value, DER in hexadecimal.</summary>
    public required string Hex { get; init; }

    internal X509Extension ToExtension() => new(Oid, Convert.FromHexString(Hex), Critical);
}
