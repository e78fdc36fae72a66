using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer;
using ClientAuth.MockServer.Options;

namespace ClientAuth.Lab.Attacks;

/// <summary>A certificate that the attacker has signed for themselves, sent along in the header <c>x5c</c> (RFC 7515 §4.1.6).</summary>
public sealed class EmbeddedCertificate()
    : ForgedAssertion(
        new(
            "embedded-certificate",
            AttackGroup.Forges,
            "own certificate in x5c",
            "a certificate that they made themselves",
            "keys come from the registration alone"
        )
    )
{
    private protected override AuthorizationServerOptions Without(AuthorizationServerOptions options) =>
        SwitchOff(options, Defence.KeysOfRegistration);

    private protected override string Forge(Testbed target)
    {
        using var own = NewKey();
        using var certificate = SelfMade(own, target.Clock.GetUtcNow());
        var chain = new JsonArray(Convert.ToBase64String(certificate.RawData));
        return SignedBy(target, own).WithHeader("x5c", chain).Build().Compact;
    }

    internal static X509Certificate2 SelfMade(ECDsa key, DateTimeOffset now) =>
        new CertificateRequest($"CN={Victim}", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            now.AddMinutes(-5),
            now.AddDays(1)
        );
}
