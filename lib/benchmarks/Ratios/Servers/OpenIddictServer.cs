using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Protocol;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using OpenIddictHosts;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Ratios.Servers;

/// <summary>
/// OpenIddict with its stores in memory. Its access tokens are signed with ES256 and not encrypted, as ours are; by default it would
/// encrypt them as well.
/// </summary>
internal static class OpenIddictServer
{
    public const string Kind = "openiddict";

    /// <summary>Whether it knows the method of a client.</summary>
    public static bool Knows(string method) => method != TokenEndpointAuthMethods.ClientSecretJwt;

    public static async Task<(ServerReady Ready, IAsyncDisposable Server)> StartAsync(ServerSetup setup)
    {
        var app = await OpenIddictHost.StartAsync(
            kestrel =>
            {
                KestrelListener.Add(kestrel, setup, ClientCertificateMode.NoCertificate);
                KestrelListener.Add(kestrel, setup, ClientCertificateMode.AllowCertificate);
            },
            server => Configure(server, setup),
            setup.Clients.Where(client => Knows(client.TokenEndpointAuthMethod)).Select(Described)
        );
        var origins = KestrelOrigins.Of(app);
        return (new ServerReady($"{origins[0]}/", $"{origins[0]}/token", $"{origins[1]}/token"), app);
    }

    private static void Configure(OpenIddictServerBuilder server, ServerSetup setup) =>
        server
            .RegisterScopes([.. setup.Clients.Select(client => client.Scope!).Distinct()])
            .EnableSelfSignedTlsClientAuthentication()
            .EnablePublicKeyInfrastructureTlsClientAuthentication(
                [setup.ClientAuthority],
                policy => policy.RevocationMode = X509RevocationMode.NoCheck
            )
            .DisableAccessTokenEncryption();

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
            described.JsonWebKeySet = OpenIddictHost.KeySet(key);
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
