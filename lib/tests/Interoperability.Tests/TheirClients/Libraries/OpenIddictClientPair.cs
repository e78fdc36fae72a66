using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials.Clients;
using ClientAuth.Protocol;
using Interoperability.Tests.Servers;
using Interoperability.Tests.Surroundings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Client;
using static OpenIddict.Client.OpenIddictClientModels;

namespace Interoperability.Tests.TheirClients.Libraries;

/// <summary>OpenIddict's client and this project's server. It has no status for a refusal, so that is the one that the server sent.</summary>
internal sealed class OpenIddictClientPair(OurServer server) : TheirClientPair(server)
{
    public static async Task<OpenIddictClientPair> StartAsync() => new(await OurServer.StartAsync());

    protected override async Task<string> SayAsync(string feature, bool right, string token)
    {
        await using var services = Services(Server.Clients.Of(feature, right));
        var client = services.GetRequiredService<OpenIddictClientService>();
        try
        {
            return feature switch
            {
                Feature.Introspection => await IntrospectAsync(client, token),
                Feature.Revocation => await RevokeAsync(client, token),
                _ => await TokenAsync(client),
            };
        }
        catch (OpenIddictExceptions.ProtocolException refusal)
        {
            return $"{Server.LastStatus} {refusal.Error}";
        }
    }

    private static async Task<string> TokenAsync(OpenIddictClientService client)
    {
        var result = await client.AuthenticateWithClientCredentialsAsync(
            new ClientCredentialsAuthenticationRequest { Scopes = [InteropClients.Scope] }
        );
        return result.AccessToken.Length > 0 ? "token" : "no token";
    }

    private static async Task<string> IntrospectAsync(OpenIddictClientService client, string token)
    {
        await client.IntrospectTokenAsync(new IntrospectionRequest { Token = token });
        return "active";
    }

    // A token that is not active is an exception here.
    private static async Task<string> RevokeAsync(OpenIddictClientService client, string token)
    {
        await client.RevokeTokenAsync(new RevocationRequest { Token = token });
        var inactive = await Assert.ThrowsAsync<OpenIddictExceptions.ProtocolException>(() =>
            client.IntrospectTokenAsync(new IntrospectionRequest { Token = token }).AsTask()
        );
        return inactive.Error == OpenIddictConstants.Errors.InvalidToken ? "revoked, then inactive" : inactive.Message;
    }

    private ServiceProvider Services(ProvisionedClient client)
    {
        var services = new ServiceCollection();
        services
            .AddOpenIddict()
            .AddClient(options =>
            {
                options.AllowClientCredentialsFlow().DisableTokenStorage().AddRegistration(Registration(client));
                options
                    .UseSystemNetHttp()
                    .ConfigureHttpClientHandler(handler => TrustTheAuthority(handler, client.Certificate));
            });
        return services.BuildServiceProvider();
    }

    private OpenIddictClientRegistration Registration(ProvisionedClient client)
    {
        var method = client.Registration.TokenEndpointAuthMethod;
        var registration = new OpenIddictClientRegistration
        {
            ClientId = client.Registration.ClientId,
            ClientSecret = client.Secret?.Reveal(),
            Issuer = new Uri(Server.Issuer),
            ConfigurationEndpoint = new Uri(Server.Issuer + AuthorizationServerMetadata.WellKnownPath),
            ClientAuthenticationMethods = { method },
        };
        // A certificate for the handshake is given to it in the same place as a key for assertions.
        if (KeyOf(client, method) is { } key)
        {
            registration.SigningCredentials.Add(new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256));
        }

        return registration;
    }

    private SecurityKey? KeyOf(ProvisionedClient client, string method) =>
        client switch
        {
            { PrivateKey: ECDsa key } => new ECDsaSecurityKey(key) { KeyId = Server.Clients.Right(method).KeyId },
            { Certificate: { } certificate } => new X509SecurityKey(certificate),
            _ => null,
        };

    [SuppressMessage(
        "ApiDesign",
        "RS0030:Do not use banned APIs",
        Justification = "OpenIddict wants this kind of handler, which takes no policy for chains; the callback trusts the lab's root alone."
    )]
    private void TrustTheAuthority(HttpClientHandler handler, X509Certificate2? certificateOfClient)
    {
        handler.SslProtocols = Connections.Protocols(certificateOfClient);
        handler.UseProxy = false;
        handler.ServerCertificateCustomValidationCallback = (_, certificate, _, errors) =>
        {
            using var chain = new X509Chain { ChainPolicy = Connections.TrustIn(Server.Authority.Certificate) };
            return certificate is not null
                && (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None
                && chain.Build(certificate);
        };
    }
}
