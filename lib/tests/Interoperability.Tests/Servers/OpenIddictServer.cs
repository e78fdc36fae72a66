using System.Net;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using Interoperability.Tests.Surroundings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using OpenIddictHosts;

namespace Interoperability.Tests.Servers;

/// <summary>OpenIddict in this process, over TLS, its stores in memory. Its one listener takes a client certificate and can do without.</summary>
internal sealed class OpenIddictServer : AskedServer
{
    private WebApplication? _app;

    // Of a JWK it takes the certificate only where the key is one for RSA.
    private OpenIddictServer()
        : base(KeyAlgorithm.Rsa2048) { }

    public static async Task<OpenIddictServer> StartAsync()
    {
        var server = new OpenIddictServer();
        try
        {
            await server.RunAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public override Task<string> InitialAccessTokenAsync() =>
        throw new NotSupportedException("OpenIddict has no registration endpoint.");

    protected override ValueTask StopAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task RunAsync()
    {
        _app = await OpenIddictHost.StartAsync(
            kestrel =>
                kestrel.Listen(
                    IPAddress.Loopback,
                    0,
                    listener =>
                        listener.UseHttps(https =>
                        {
                            https.ServerCertificate = Certificate;
                            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
                            // OpenIddict judges it, by what is registered.
                            https.AllowAnyClientCertificate();
                        })
                ),
            Configure,
            OpenIddictApplications.Of(Clients)
        );
        // As OpenIddict writes it, with a slash at its end.
        Issuer = $"{KestrelOrigins.Of(_app).Single()}/";
    }

    private void Configure(OpenIddictServerBuilder server) =>
        server
            .SetAuthorizationEndpointUris("authorize")
            .SetPushedAuthorizationEndpointUris("par")
            .SetIntrospectionEndpointUris("introspect")
            .SetRevocationEndpointUris("revoke")
            .AllowAuthorizationCodeFlow()
            .RegisterScopes(InteropClients.Scope)
            .EnableSelfSignedTlsClientAuthentication()
            .UseClientCertificateBoundAccessTokens()
            // Nothing that the lab's authority issues can be looked up anywhere.
            .EnablePublicKeyInfrastructureTlsClientAuthentication(
                [Authority.Certificate],
                policy => policy.RevocationMode = X509RevocationMode.NoCheck
            );
}
