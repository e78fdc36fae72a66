using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using ClientAuth.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace OpenIddictHosts;

/// <summary>
/// OpenIddict in this process, on Kestrel, its stores in memory: what everybody has in common who starts it. It issues tokens by the
/// client credentials grant to whomever it has authenticated.
/// </summary>
internal static class OpenIddictHost
{
    private const int EncryptionKeySize = 32;

    /// <summary>Starts it; whoever has started it disposes of it.</summary>
    /// <param name="listen">Says where and with which certificate.</param>
    /// <param name="configure">Adds endpoints, methods and whatever else it is to have.</param>
    /// <param name="applications">The clients that it knows.</param>
    public static async Task<WebApplication> StartAsync(
        Action<KestrelServerOptions> listen,
        Action<OpenIddictServerBuilder> configure,
        IEnumerable<OpenIddictApplicationDescriptor> applications
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(listen);
        var database = Guid.NewGuid().ToString("N");
        builder.Services.AddDbContext<DbContext>(options => options.UseInMemoryDatabase(database).UseOpenIddict());
        builder
            .Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>())
            .AddServer(server =>
            {
                Configure(server);
                configure(server);
            });
        var app = builder.Build();
        app.UseAuthentication();
        try
        {
            await app.StartAsync();
            await using var scope = app.Services.CreateAsyncScope();
            var known = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
            foreach (var application in applications)
            {
                await known.CreateAsync(application);
            }

            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client's keys as it takes them: each says that it is for signatures.</summary>
    public static JsonWebKeySet KeySet(params IEnumerable<Jwk> keys) =>
        new(
            JsonSerializer.Serialize(
                new JwkSet { Keys = [.. keys.Select(key => key with { Use = "sig" })] },
                ProtocolJson.Default.JwkSet
            )
        );

    private static void Configure(OpenIddictServerBuilder server)
    {
        server
            .SetTokenEndpointUris("token")
            .AllowClientCredentialsFlow()
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
