using System.Security.Cryptography.X509Certificates;
using ClientAuth.Client;
using ClientAuth.Client.Connections;
using ClientAuth.Client.Haapi;
using ClientAuth.Client.Platform;
using ClientAuth.Lab.Devices;

namespace ClientAuth.Lab.Testbeds;

/// <summary>Clients of the server, and the connections that they use.</summary>
public partial class Testbed
{
    /// <summary>For requests by hand: trusts the testbed's authority and presents the certificate, if any. The testbed disposes of it.</summary>
    public HttpClient CreateHttpClient(X509Certificate2? clientCertificate = null) =>
        OpenHttp(
            clientCertificate is null ? null : new ClientAuthenticationMethodConfiguration.Mtls(clientCertificate)
        );

    /// <summary>Asks for tokens in the name of a client.</summary>
    /// <param name="clientId">Who asks; need not be registered.</param>
    /// <param name="method">How it proves that.</param>
    /// <param name="trust">How the server proves itself; the testbed's authority where it is left out.</param>
    public TokenClient TokenClient(
        string clientId,
        ClientAuthenticationMethodConfiguration method,
        ServerTrust? trust = null
    ) => _connections.TokenClient(clientId, method, trust);

    /// <summary>Asks for tokens in the name of a registered client, by the method it is registered for.</summary>
    /// <exception cref="ArgumentException">No such client, or the testbed holds no credential of it.</exception>
    public TokenClient TokenClient(string clientId) => TokenClient(clientId, RegisteredMethod.Of(Client(clientId)));

    /// <summary>What the app on a phone is told: which client it is, and this testbed's server, trust and clock.</summary>
    /// <param name="device">One of <see cref="Devices"/>, as a rule.</param>
    /// <param name="clientId">The client that attests itself; need not be registered.</param>
    public HaapiConfiguration HaapiConfiguration(DevicePlatform device, string clientId = LabApp.ClientId) =>
        new(clientId, Server.Metadata, Trust, device, Clock);

    /// <summary>A connection pool that trusts the authority, and ends with the testbed.</summary>
    /// <param name="method">Brings the certificate, if any.</param>
    /// <param name="handshake">How connections are opened; in the usual way where it is left out.</param>
    private protected HttpClient OpenHttp(
        ClientAuthenticationMethodConfiguration? method,
        HandshakeOptions? handshake = null
    ) => _connections.Open(Trust, method, handshake);
}
