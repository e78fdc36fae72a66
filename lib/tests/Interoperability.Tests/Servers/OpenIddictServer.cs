using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using Interoperability.Tests.Surroundings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Interoperability.Tests.Servers;

/// <summary>OpenIddict in this process, over TLS, its stores in memory. Its one listener takes a client certificate and can do without.</summary>
internal sealed class OpenIddictServer : AskedServer
{
    private const int EncryptionKeySize = 32;

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
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
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
            )
        );
        var database = Guid.NewGuid().ToString("N");
        builder.Services.AddDbContext<DbContext>(options => options.UseInMemoryDatabase(database).UseOpenIddict());
        builder
            .Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>())
            .AddServer(Configure);
        _app = builder.Build();
        _app.UseAuthentication();
        await _app.StartAsync();
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        // As OpenIddict writes it, with a slash at its end. The certificate is for the name, not for the address.
        Issuer = $"https://localhost:{new Uri(address.Addresses.Single()).Port}/";
        await using var scope = _app.Services.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        foreach (var client in OpenIddictApplications.Of(Clients))
        {
            await applications.CreateAsync(client);
        }
    }

    private void Configure(OpenIddictServerBuilder server)
    {
        server
            .SetAuthorizationEndpointUris("authorize")
            .SetTokenEndpointUris("token")
            .SetPushedAuthorizationEndpointUris("par")
            .SetIntrospectionEndpointUris("introspect")
            .SetRevocationEndpointUris("revoke")
            .AllowClientCredentialsFlow()
            .AllowAuthorizationCodeFlow()
            .RegisterScopes(InteropClients.Scope)
            .EnableSelfSignedTlsClientAuthentication()
            .UseClientCertificateBoundAccessTokens()
            // Nothing that the lab's authority issues can be looked up anywhere.
            .EnablePublicKeyInfrastructureTlsClientAuthentication(
                [Authority.Certificate],
                policy => policy.RevocationMode = X509RevocationMode.NoCheck
            )
            // Its own choice, RSA with 4096 bits, takes seconds to make.
            .AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(EncryptionKeySize)))
            .AddEphemeralSigningKey(SecurityAlgorithms.EcdsaSha256);
        server.UseAspNetCore();
        server.AddEventHandler<HandleTokenRequestContext>(handler => handler.UseInlineHandler(Issue));
    }

    private static ValueTask Issue(HandleTokenRequestContext context)
    {
        var identity = new ClaimsIdentity("client");
        identity.SetClaim(Claims.Subject, context.ClientId);
        context.SignIn(new ClaimsPrincipal(identity));
        return ValueTask.CompletedTask;
    }
}
