using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Client.Connections;
using ClientAuth.Credentials;

namespace ClientAuth.Client.Tests.Connections;

/// <summary>
/// What a handshake is told. Windows keeps credentials by protocols and resumption, and .NET 10 keeps those of a
/// <see cref="SslStreamCertificateContext"/> as if they held no certificate (dotnet/runtime#132563).
/// </summary>
public sealed class TlsConnectorTests : IDisposable
{
    private readonly X509Certificate2 _certificate = SelfSignedCertificate.Create(
        CertificateProfile.Client("CN=app"),
        TimeProvider.System
    );

    public void Dispose() => _certificate.Dispose();

    [Fact]
    public void A_client_without_a_certificate_finds_no_credential_of_one_that_has_one()
    {
        var (with, without) = (Options(Context()), Options(null));

        Assert.NotEqual(with.EnabledSslProtocols, without.EnabledSslProtocols);
        Assert.NotEqual(with.AllowTlsResume, without.AllowTlsResume);
    }

    [Fact]
    public void Nor_that_of_other_code_in_the_process_which_leaves_the_protocols_to_the_system()
    {
        var others = new SslClientAuthenticationOptions { ClientCertificateContext = Context() };

        Assert.NotEqual(others.EnabledSslProtocols, Options(null).EnabledSslProtocols);
    }

    [Fact]
    public void Nor_where_both_name_the_same_protocols_and_resume_nothing()
    {
        var same = new HandshakeOptions { Protocols = SslProtocols.Tls12, AllowResumption = false };
        var (with, without) = (Options(Context(), same), Options(null, same));

        Assert.Equal(with.EnabledSslProtocols, without.EnabledSslProtocols);
        Assert.Equal(with.AllowTlsResume, without.AllowTlsResume);
        Assert.NotEqual(with.CertificateRevocationCheckMode, without.CertificateRevocationCheckMode);
    }

    [Fact]
    public void A_client_with_a_certificate_takes_up_no_session_whatever_is_asked_for() =>
        Assert.False(Options(Context(), new HandshakeOptions { AllowResumption = true }).AllowTlsResume);

    private static SslClientAuthenticationOptions Options(
        SslStreamCertificateContext? context,
        HandshakeOptions? handshake = null
    ) =>
        new TlsConnector(
            new ServerTrust.Pinned(new KeyPinning("localhost", Convert.ToBase64String(new byte[32]))),
            context,
            TimeProvider.System,
            onPhase: null,
            handshake ?? HandshakeOptions.Default
        ).Options("localhost");

    private SslStreamCertificateContext Context() =>
        SslStreamCertificateContext.Create(_certificate, [], offline: true);
}
