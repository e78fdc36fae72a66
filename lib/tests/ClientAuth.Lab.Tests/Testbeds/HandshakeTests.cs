using System.Security.Authentication;
using ClientAuth.Client;
using ClientAuth.Protocol.Recording;
using ClientAuth.Protocol.Tls;

namespace ClientAuth.Lab.Tests.Testbeds;

/// <summary>What of a lab's handshakes can be read on the wire.</summary>
public sealed class HandshakeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_certificate_is_in_clear_in_TLS_1_2_only_and_a_second_connection_needs_no_certificates()
    {
        await using var lab = await LessonLab.OpenAsync();
        var phone = lab.Client("mobile-app-mtls").Certificate!;
        var mtls = new ClientAuthenticationMethodConfiguration.Mtls(phone);
        var secret = new ClientAuthenticationMethodConfiguration.Secret(lab.Client("mobile-app-secret").Secret!);

        foreach (
            var protocols in SystemTls.Has13 ? [SslProtocols.Tls12, SslProtocols.Tls13] : new[] { SslProtocols.Tls12 }
        )
        {
            var mutual = await lab.HandshakeAsync(
                "mutual",
                "mobile-app-mtls",
                mtls,
                protocols,
                cancellationToken: Cancellation
            );
            var plain = await lab.HandshakeAsync(
                "server only",
                "mobile-app-secret",
                secret,
                protocols,
                cancellationToken: Cancellation
            );
            var resumed = await lab.ResumedHandshakeAsync(
                "resumed",
                "mobile-app-secret",
                secret,
                protocols,
                Cancellation
            );

            Assert.Equal(
                protocols == SslProtocols.Tls12,
                mutual.BytesOf(Participant.Client).AsSpan().IndexOf(phone.RawData) >= 0
            );
            Assert.Equal((true, false, false), (mutual.IsMutual, plain.IsMutual, resumed.IsMutual));
            Assert.Equal(
                protocols == SslProtocols.Tls12 ? "TLS 1.2" : "TLS 1.3",
                Assert.Single(
                    new[] { mutual, plain, resumed }.Select(TlsTranscript.Read).Select(read => read.Version).Distinct()
                )
            );
            Assert.False(TlsTranscript.Read(plain).IsResumed);
            Assert.Equal(SystemTls.Resumes, TlsTranscript.Read(resumed).IsResumed);
            Assert.Equal(SystemTls.Resumes ? "resumed" : "resumed (not resumed on this system)", resumed.Label);
        }
    }
}
