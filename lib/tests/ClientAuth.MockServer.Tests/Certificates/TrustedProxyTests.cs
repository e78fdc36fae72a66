using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Certificates;

/// <summary>A proxy is known by its certificate, byte for byte, and by nothing that can be copied (RFC 9440 §4).</summary>
public sealed class TrustedProxyTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_the_proxy_itself_is_believed_and_not_its_twin(bool genuine)
    {
        X509Certificate2 proxy = null!;
        await using var lab = await TestLab.StartAsync(
            (lab, options) =>
            {
                proxy = lab.Authority.Issue(CertificateProfile.Client("CN=proxy"));
                return options with { Certificates = options.Certificates with { TrustedProxies = [proxy] } };
            }
        );
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var twin = Twin.Of(proxy, key);
        var call = TestCall
            .With(TokenParameters.ClientId, TestClients.Tls)
            .WithHeader("Client-Cert", $":{Convert.ToBase64String(lab.Clients.Certificate.RawData)}:");

        var answer = await lab.SendAsync(call with { Certificate = genuine ? proxy : twin });

        if (genuine)
        {
            answer.AssertIssued();
        }
        else
        {
            answer.AssertInvalidClient(Rules.CertificateChain.Name);
            Assert.Contains(
                "Client-Cert ignored",
                answer.Exchange.Trace.Decisions.Single(line => line.Check == Rules.CertificateSource.Name).Seen,
                StringComparison.Ordinal
            );
        }

        proxy.Dispose();
    }
}
