using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.Credentials.Clients;
using ClientAuth.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace ClientAuth.Lab.Tests.OwnServer;

/// <summary>
/// A server that is not this project's: OpenIddict with its own handlers, its own reading of the specifications and its stores in memory,
/// on loopback over real TLS. It knows the clients that are given, and issues tokens to whoever it has authenticated.
/// </summary>
internal sealed class OpenIddictServer : IAsyncDisposable
{
    private const int EncryptionKeySize = 32;

    private readonly WebApplication _app;
    private readonly X509Certificate2 _certificate;

    private OpenIddictServer(WebApplication app, X509Certificate2 certificate)
    {
        _app = app;
        _certificate = certificate;
    }

    /// <summary>As OpenIddict writes it, with a slash at its end. The certificate is for the name, not for the address.</summary>
    public string Issuer => $"https://localhost:{new Uri(Address).Port}/";

    public string TokenEndpoint => $"{Issuer}token";

    private string Address =>
        _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<OpenIddictServer> StartAsync(
        LabAuthority authority,
        params IReadOnlyList<ProvisionedClient> clients
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var certificate = authority.Issue(CertificateProfile.LoopbackServer());
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listener => listener.UseHttps(certificate))
        );
        builder.Services.AddDbContext<DbContext>(options => options.UseInMemoryDatabase("clients").UseOpenIddict());
        builder
            .Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>())
            .AddServer(server =>
            {
                server.SetTokenEndpointUris("token").AllowClientCredentialsFlow();
                // Its own choice, RSA with 4096 bits, takes seconds to make.
                server.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(EncryptionKeySize)));
                server.AddEphemeralSigningKey(SecurityAlgorithms.EcdsaSha256);
                server.UseAspNetCore();
                server.AddEventHandler<HandleTokenRequestContext>(handler => handler.UseInlineHandler(Issue));
            });
        var app = builder.Build();
        app.UseAuthentication();
        await app.StartAsync(TestContext.Current.CancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        foreach (var client in clients)
        {
            await applications.CreateAsync(Described(client), TestContext.Current.CancellationToken);
        }

        return new OpenIddictServer(app, certificate);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private static ValueTask Issue(HandleTokenRequestContext context)
    {
        var identity = new ClaimsIdentity("client");
        identity.SetClaim(Claims.Subject, context.ClientId);
        context.SignIn(new ClaimsPrincipal(identity));
        return ValueTask.CompletedTask;
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
            described.JsonWebKeySet = new JsonWebKeySet(
                System.Text.Json.JsonSerializer.Serialize(keys, ProtocolJson.Default.JwkSet)
            );
        }

        return described;
    }
}
