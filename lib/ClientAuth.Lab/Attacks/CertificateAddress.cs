using System.Security.Cryptography;
using ClientAuth.MockServer;

namespace ClientAuth.Lab.Attacks;

/// <summary>The address of the attacker's certificate in the header <c>x5u</c> (RFC 7515 §4.1.5).</summary>
public sealed class CertificateAddress()
    : HostedKey(
        new(
            "certificate-address",
            AttackGroup.Forges,
            "own certificate behind x5u",
            "a host of their own on the web",
            "keys come from the registration alone"
        )
    )
{
    private protected override string Header => "x5u";

    private protected override JwksResponse Publish(ECDsa own, DateTimeOffset now)
    {
        using var certificate = EmbeddedCertificate.SelfMade(own, now);
        return new JwksResponse { Body = certificate.ExportCertificatePem() };
    }
}
