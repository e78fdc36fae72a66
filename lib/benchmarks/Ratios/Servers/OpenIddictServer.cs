using System.Security.Claims;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ClientAuth.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Ratios.Servers;

/// <summary>
/// OpenIddict with its stores in memory. Its access tokens are signed with ES256 and not encrypted, as ours are; by default it would
/// encrypt them as well.
/// </summary>
internal static class OpenIddictServer
{
    public const string Kind = "openiddict";

    private const int EncryptionKeySize = 32;

    /// <summary>Whether it knows the method of a client.</summary>
    public static bool Knows(string method) => method != TokenEndpointAuthMethods.ClientSecretJwt;

    public static async Task<(ServerReady Ready, IAsyncDisposable Server)> StartAsync(ServerSetup setup)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            KestrelListener.Add(kestrel, setup, ClientCertificateMode.NoCertificate);
            KestrelListener.Add(kestrel, setup, ClientCertificateMode.AllowCertificate);
        });
        builder.Services.AddDbContext<DbContext>(options => options.UseInMemoryDatabase(Kind).UseOpenIddict());
        builder
            .Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>())
            .AddServer(server => Configure(server, setup));
        var app = builder.Build();
        app.UseAuthentication();
        await app.StartAsync();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
            foreach (var client in setup.Clients.Where(client => Knows(client.TokenEndpointAuthMethod)))
            {
                await applications.CreateAsync(Described(client));
            }
        }

        var origins = KestrelListener.Origins(app);
        return (new ServerReady($"{origins[0]}/", $"{origins[0]}/token", $"{origins[1]}/token"), app);
    }

    private static void Configure(OpenIddictServerBuilder server, ServerSetup setup)
    {
        server
            .SetTokenEndpointUris("token")
            .AllowClientCredentialsFlow()
            .RegisterScopes([.. setup.Clients.Select(client => client.Scope!).Distinct()])
            .EnableSelfSignedTlsClientAuthentication()
            .EnablePublicKeyInfrastructureTlsClientAuthentication(
                [setup.ClientAuthority],
                policy => policy.RevocationMode = X509RevocationMode.NoCheck
            )
            .DisableAccessTokenEncryption()
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

    private static OpenIddictApplicationDescriptor Described(ClientMetadata client)
    {
        var described = new OpenIddictApplicationDescriptor
        {
            ClientId = client.ClientId,
            ClientType = ClientTypes.Confidential,
            ClientSecret = client.ClientSecret,
            // A certificate that an authority has issued must be for the host of one of these.
            RedirectUris = { new Uri("https://client.example/callback") },
            Permissions =
            {
                Permissions.Endpoints.Token,
                Permissions.GrantTypes.ClientCredentials,
                Permissions.Prefixes.Scope + client.Scope,
            },
        };
        if (KeyOf(client) is { } key)
        {
            described.JsonWebKeySet = new JsonWebKeySet(
                JsonSerializer.Serialize(new JwkSet { Keys = [key with { Use = "sig" }] }, ProtocolJson.Default.JwkSet)
            );
        }

        return described;
    }

    // Who has no secret must have a key for signatures, also where an issued certificate is all that it presents.
    private static Jwk? KeyOf(ClientMetadata client)
    {
        if (client.ClientSecret is not null || client.Jwks is not null)
        {
            return client.Jwks?.Keys[0];
        }

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Jwk.FromPublicKey(key);
    }
}
