using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.FailureCases.Wire;

namespace ClientAuth.FailureCases.Tests.Wire;

public sealed class WireConnectionTests : IDisposable
{
    private readonly LabAuthority _authority = LabAuthority.Create(TimeProvider.System);
    private readonly X509Certificate2 _certificate;

    public WireConnectionTests() => _certificate = _authority.Issue(CertificateProfile.Client("CN=app"));

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }

    // By the protocols, among others, Windows finds a credential again; .NET 10 keeps that of a certificate context as if it held
    // no certificate (dotnet/runtime#132563).
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_request_without_a_certificate_finds_no_credential_of_one_that_has_one(bool mayResume)
    {
        var connection = new WireConnection(_authority.Certificate);
        var request = new WireRequest(new Uri("https://localhost"), "/", "GET", [], null) { MayResume = mayResume };

        var without = connection.Options(request);
        var with = connection.Options(request with { Certificate = _certificate });

        Assert.Null(without.ClientCertificateContext);
        Assert.Equal(SslProtocols.Tls12 | SslProtocols.Tls13, without.EnabledSslProtocols);
        Assert.Same(_certificate, with.ClientCertificateContext!.TargetCertificate);
        Assert.Equal(SslProtocols.None, with.EnabledSslProtocols);
    }
}
