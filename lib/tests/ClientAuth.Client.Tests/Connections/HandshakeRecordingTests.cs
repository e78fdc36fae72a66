using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Client.Connections;
using ClientAuth.Credentials;
using ClientAuth.Protocol.Recording;
using ClientAuth.Protocol.Tls;
using Method = ClientAuth.Client.ClientAuthenticationMethodConfiguration;

namespace ClientAuth.Client.Tests.Connections;

/// <summary>Real handshakes, recorded by the client and read without keys.</summary>
public sealed class HandshakeRecordingTests : IDisposable
{
    private static readonly string Answer =
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {AnyServer.TokenJson.Length}\r\n"
        + $"Connection: close\r\n\r\n{AnyServer.TokenJson}";

    private readonly LabAuthority _authority = LabAuthority.Create(TimeProvider.System);
    private readonly X509Certificate2 _server;
    private readonly X509Certificate2 _client;

    public HandshakeRecordingTests()
    {
        _server = _authority.Issue(CertificateProfile.LoopbackServer());
        _client = _authority.Issue(CertificateProfile.Client("CN=my-phone"));
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
        _authority.Dispose();
    }

    [Fact]
    public async Task In_TLS_1_2_the_clients_certificate_and_its_proof_are_on_the_wire()
    {
        await using var server = new LoopbackTlsServer(_server, Answer, asksForCertificate: true);

        var recorded = await RecordAsync(server.Port, new Method.Mtls(_client), SslProtocols.Tls12);

        var transcript = TlsTranscript.Read(recorded);
        Assert.Empty(transcript.Problems);
        Assert.Equal("TLS 1.2", transcript.Version);
        Assert.True(recorded.IsMutual);
        Assert.False(transcript.IsResumed);
        Assert.InRange(recorded.BytesOf(Participant.Client).AsSpan().IndexOf(_client.RawData), 0, int.MaxValue);
        Assert.Equal(
            ["CertificateRequest", "Certificate", "CertificateVerify"],
            transcript.Messages.Where(message => message.IsForClientCertificate).Select(message => message.Name)
        );
        Assert.Contains(transcript.Messages, message => message.Summary == "CN=my-phone");
        Assert.All(
            transcript.Messages.Where(message => !message.IsEncrypted),
            message => Assert.Equal(message.Size, message.Fields.Sum(field => field.Bytes.Length))
        );
    }

    [Fact]
    public async Task In_TLS_1_3_neither_certificate_is_on_the_wire()
    {
        SystemTls.Require13();
        await using var server = new LoopbackTlsServer(_server, Answer, asksForCertificate: true);

        var recorded = await RecordAsync(server.Port, new Method.Mtls(_client), SslProtocols.Tls13);

        var transcript = TlsTranscript.Read(recorded);
        Assert.Empty(transcript.Problems);
        Assert.Equal("TLS 1.3", transcript.Version);
        Assert.True(recorded.IsMutual);
        Assert.Equal(-1, recorded.BytesOf(Participant.Client).AsSpan().IndexOf(_client.RawData));
        Assert.Equal(-1, recorded.BytesOf(Participant.AuthorizationServer).AsSpan().IndexOf(_server.RawData));
        Assert.Equal(1, transcript.RoundTrips);
    }

    [Fact]
    public async Task A_client_without_a_certificate_proves_nothing_below_HTTP()
    {
        await using var server = new LoopbackTlsServer(_server, Answer);

        var recorded = await RecordAsync(server.Port, new Method.None(), SslProtocols.Tls12);

        Assert.False(recorded.IsMutual);
        Assert.NotNull(recorded.Completed);
        Assert.DoesNotContain(TlsTranscript.Read(recorded).Messages, message => message.IsForClientCertificate);
        Assert.Equal(
            [Participant.Client, Participant.AuthorizationServer],
            recorded.Wire.Where(bytes => bytes.IsAfterHandshake).Select(bytes => bytes.Sender).Distinct()
        );
    }

    [Fact]
    public async Task A_server_that_is_not_trusted_leaves_a_recording_that_says_why()
    {
        await using var server = new LoopbackTlsServer(_server, Answer);

        var recorded = await RecordAsync(
            server.Port,
            new Method.None(),
            SslProtocols.Tls12,
            new ServerTrust.TrustStore(_client)
        );

        Assert.Null(recorded.Completed);
        Assert.Contains("is not trusted", recorded.Failure, StringComparison.Ordinal);
        Assert.Contains(TlsTranscript.Read(recorded).Messages, message => message.Name == "ServerHelloDone");
    }

    [Fact]
    public async Task An_alert_that_ends_a_handshake_is_recorded()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        var recording = RecordAsync(((IPEndPoint)listener.LocalEndpoint).Port, new Method.None(), SslProtocols.Tls12);
        using (var socket = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken))
        {
            await socket.ReceiveAsync(new byte[4096], TestContext.Current.CancellationToken);
            byte[] handshakeFailure = [21, 3, 3, 0, 2, 2, 40];
            await socket.SendAsync(handshakeFailure, TestContext.Current.CancellationToken);
        }

        var recorded = await recording;

        Assert.Null(recorded.Completed);
        Assert.NotNull(recorded.Failure);
        var messages = TlsTranscript.Read(recorded).Messages;
        Assert.Equal("ClientHello", messages[0].Name);
        Assert.Equal(
            "fatal handshake_failure (40)",
            Assert.Single(messages, message => message.Sender == Participant.AuthorizationServer).Summary
        );
    }

    private async Task<RecordedHandshake> RecordAsync(
        int port,
        Method method,
        SslProtocols protocols,
        ServerTrust? trust = null
    )
    {
        var recorded = new List<RecordedHandshake>();
        var metadata = AnyServer.Metadata with
        {
            TokenEndpoint = $"https://localhost:{port}/token",
            MtlsEndpointAliases = null,
        };
        var options = new HandshakeOptions
        {
            Protocols = protocols,
            AllowResumption = false,
            OnHandshake = recorded.Add,
        };
        trust ??= new ServerTrust.TrustStore(_authority.Certificate);
        using (var http = TokenHttp.Create(trust, method, TimeProvider.System, handshake: options))
        {
            var client = new TokenClient(http, metadata, "app", method, TimeProvider.System);
            try
            {
                await client.RequestTokenAsync(cancellationToken: TestContext.Current.CancellationToken);
            }
            catch (AuthorizationServerException) { }
        }

        return Assert.Single(recorded);
    }
}
