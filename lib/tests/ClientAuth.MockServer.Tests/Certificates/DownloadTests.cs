using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Certificates;

/// <summary>
/// A certificate may name addresses where its issuer and its status are found (RFC 5280 §4.2.2.1). A server that follows those of a
/// stranger's certificate lets the stranger choose whom it calls.
/// </summary>
public sealed class DownloadTests
{
    [Fact]
    public async Task Addresses_in_a_clients_certificate_are_not_called()
    {
        await using var lab = await TestLab.StartAsync();
        using var trap = new TcpListener(IPAddress.Loopback, port: 0);
        trap.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)trap.LocalEndpoint).Port}/issuer.cer";
        using var stranger = LabAuthority.Create(lab.Clock, "Client Authentication Lab Stranger");
        using var certificate = stranger.Issue(
            CertificateProfile.Client("CN=tls,O=Test") with
            {
                OtherExtensions = [new X509AuthorityInformationAccessExtension([address], [address])],
            }
        );

        (await lab.SendAsync(TestCall.Presenting(TestClients.Tls, certificate))).AssertInvalidClient(
            "certificate.chain"
        );

        Assert.False(trap.Pending(), $"something connected to {address}, which only the certificate names");
    }
}
