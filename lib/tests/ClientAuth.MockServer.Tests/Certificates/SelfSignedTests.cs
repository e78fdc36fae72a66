using ClientAuth.Credentials;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Certificates;

/// <summary>Exactly the registered certificate, and nothing but that (RFC 8705 §2.2).</summary>
public sealed class SelfSignedTests
{
    [Fact]
    public async Task Certificate_that_is_not_registered_is_refused_though_its_name_is_the_same()
    {
        await using var lab = await TestLab.StartAsync();
        using var certificate = SelfSignedCertificate.Create(CertificateProfile.Client("CN=self-signed"), lab.Clock);

        (await lab.SendAsync(TestCall.Presenting(TestClients.SelfSigned, certificate))).AssertInvalidClient(
            Rules.CertificateRegistered.Name
        );
    }

    [Fact]
    public async Task Certificate_of_a_trusted_authority_is_refused()
    {
        await using var lab = await TestLab.StartAsync();

        var answer = await lab.SendAsync(TestCall.Presenting(TestClients.SelfSigned, lab.Clients.Certificate));

        answer.AssertInvalidClient(Rules.CertificateRegistered.Name);
    }

    [Fact]
    public async Task Registration_outlives_the_certificate_since_no_path_is_built()
    {
        await using var lab = await TestLab.StartAsync();
        lab.Clock.Advance(TimeSpan.FromDays(2));

        (await lab.SendAsync(TestCall.Presenting(TestClients.SelfSigned, lab.Clients.OwnCertificate))).AssertIssued();
    }
}
