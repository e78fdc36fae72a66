using System.Net;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.Credentials.Clients;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using OpenIddict.Abstractions;
using OpenIddictHosts;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace ClientAuth.Lab.Tests.OwnServer;

/// <summary>
/// A server that is not this project's: OpenIddict with its own handlers, its own reading of the specifications and its stores in memory,
/// on loopback over real TLS. It knows the clients that are given, and issues tokens to whoever it has authenticated.
/// </summary>
internal sealed class OpenIddictServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly X509Certificate2 _certificate;

    private OpenIddictServer(WebApplication app, X509Certificate2 certificate)
    {
        _app = app;
        _certificate = certificate;
    }

    /// <summary>As OpenIddict writes it, with a slash at its end.</summary>
    public string Issuer => $"{KestrelOrigins.Of(_app).Single()}/";

    public string TokenEndpoint => $"{Issuer}token";

    public static async Task<OpenIddictServer> StartAsync(
        LabAuthority authority,
        params IReadOnlyList<ProvisionedClient> clients
    )
    {
        var certificate = authority.Issue(CertificateProfile.LoopbackServer());
        var app = await OpenIddictHost.StartAsync(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listener => listener.UseHttps(certificate)),
            _ => { },
            clients.Select(Described)
        );
        return new OpenIddictServer(app, certificate);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private static OpenIddictApplicationDescriptor Described(ProvisionedClient client)
    {
        var described = new OpenIddictApplicationDescriptor
        {
            ClientId = client.Registration.ClientId,
            ClientType = ClientTypes.Confidential,
            ClientSecret = client.Secret?.Reveal(),
            Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials },
        };
        if (client.Registration.Jwks is { } keys)
        {
            described.JsonWebKeySet = OpenIddictHost.KeySet(keys.Keys);
        }

        return described;
    }
}
