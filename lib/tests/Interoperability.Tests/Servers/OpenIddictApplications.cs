using System.Security.Cryptography.X509Certificates;
using ClientAuth.Protocol;
using Interoperability.Tests.Surroundings;
using OpenIddict.Abstractions;
using OpenIddictHosts;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Interoperability.Tests.Servers;

/// <summary>Clients as OpenIddict registers them. It has no method for a client: what it holds for one is what it takes from it.</summary>
internal static class OpenIddictApplications
{
    private static readonly string[] Unknown =
    [
        TokenEndpointAuthMethods.ClientSecretJwt,
        .. TokenEndpointAuthMethods.Attested,
    ];

    public static IEnumerable<OpenIddictApplicationDescriptor> Of(InteropClients clients) =>
        clients
            .Registered.Where(client => !Unknown.Contains(client.TokenEndpointAuthMethod))
            .Select(client => Described(client, KeyOf(client, clients)));

    private static OpenIddictApplicationDescriptor Described(ClientMetadata client, Jwk? key)
    {
        var described = new OpenIddictApplicationDescriptor
        {
            ClientId = client.ClientId,
            ClientType =
                client.TokenEndpointAuthMethod is TokenEndpointAuthMethods.None
                    ? ClientTypes.Public
                    : ClientTypes.Confidential,
            ClientSecret = client.ClientSecret,
            // A certificate that an authority has issued must be for the host of one of these.
            RedirectUris = { new Uri(client.RedirectUris![0]) },
            Permissions =
            {
                Permissions.Endpoints.Token,
                Permissions.Endpoints.Authorization,
                Permissions.Endpoints.PushedAuthorization,
                Permissions.Endpoints.Revocation,
                Permissions.GrantTypes.ClientCredentials,
                Permissions.GrantTypes.AuthorizationCode,
                Permissions.ResponseTypes.Code,
                Permissions.Prefixes.Scope + InteropClients.Scope,
            },
        };
        // Whoever asks about tokens must prove who it is (RFC 7662 §2.1).
        if (described.ClientType is ClientTypes.Confidential)
        {
            described.Permissions.Add(Permissions.Endpoints.Introspection);
        }

        if (key is not null)
        {
            described.JsonWebKeySet = OpenIddictHost.KeySet(key);
        }

        return described;
    }

    // Who has no secret must have a key for signatures, also where an issued certificate is all that it presents.
    private static Jwk? KeyOf(ClientMetadata client, InteropClients clients)
    {
        if (clients.CertificateOf(client.ClientId) is { } certificate && client.Jwks is null)
        {
            using var key = certificate.GetECDsaPublicKey()!;
            return Jwk.FromPublicKey(key);
        }

        return client.Jwks?.Keys[0];
    }
}
