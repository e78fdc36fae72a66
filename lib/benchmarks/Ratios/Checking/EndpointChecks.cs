using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClientAuth.Protocol;
using Ratios.Load;
using Ratios.TokenEndpoint;
using Ratios.World;

namespace Ratios.Checking;

/// <summary>
/// Whether the servers do what the ratios take for granted. Ours issues the right token; the floor returns the same bytes but for the
/// signature, makes a new one each time, and refuses what is not signed or known; the other servers issue tokens.
/// </summary>
internal sealed class EndpointChecks(MeasuredClients clients, MeasuredServers servers, TextWriter output)
{
    private const string Altered = "altered credential";

    private bool _allHold = true;

    /// <summary>Whether all holds; a line for each check says what does.</summary>
    public async Task<bool> RunAsync()
    {
        var key = OurKey();
        foreach (var client in clients.All)
        {
            using var ours = servers.Ours(client);
            using var floor = servers.Floor(client);
            var (response, floors, again) = (ours.Ask(), floor.Ask(), floor.Ask());
            Check(
                client,
                "our server issues a token for this client, signed with its published key",
                IsRight(response, client, key)
            );
            Check(
                client,
                "the floor returns the same header fields and the same body but for the signature",
                AreAlike(response, floors)
            );
            Check(client, "the floor signs each response anew", floors.Status == 200 && floors.Body != again.Body);
            if (client.Certificate is null)
            {
                Check(client, $"our server refuses an {Altered}", ours.Ask(Alter).Status is 400 or 401);
                Check(client, $"the floor refuses an {Altered}", floor.Ask(Alter).Status == 401);
            }

            using var openIddict = await servers.OpenIddictAsync(client);
            Check(
                client,
                "OpenIddict issues a token, or knows no such method",
                openIddict is null || HasToken(openIddict.Ask())
            );
            using var node =
                client.Method == TokenEndpointAuthMethods.ClientSecretPost ? await servers.NodeAsync(client) : null;
            Check(
                client,
                "node-oidc-provider issues a token, or is not measured",
                node is null || HasToken(node.Ask())
            );
        }

        return _allHold;
    }

    private void Check(MeasuredClient client, string what, bool holds)
    {
        _allHold &= holds;
        output.WriteLine($"{(holds ? "held" : "NOT held")}: {client.Name}: {what}");
    }

    private Jwk OurKey()
    {
        using var ours = servers.Ours(clients.All[0]);
        var response = ours.Get(Paths.Jwks);
        return JsonSerializer.Deserialize(response.Body, ProtocolJson.Default.JwkSet)!.Keys[0];
    }

    private static bool HasToken(WireResponse response) => response.Status == 200 && Token(response) is { Length: > 0 };

    private static string? Token(WireResponse response) =>
        JsonElement.Parse(response.Body).GetProperty("access_token").GetString();

    private static bool IsRight(WireResponse response, MeasuredClient client, Jwk key)
    {
        if (response.Status != 200 || Token(response)?.Split('.') is not [var header, var payload, var signature])
        {
            return false;
        }

        using var verifying = ECDsa.Create(
            new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = Base64Url.DecodeFromChars(key.X), Y = Base64Url.DecodeFromChars(key.Y) },
            }
        );
        var claims = JsonElement.Parse(Base64Url.DecodeFromChars(payload));
        return verifying.VerifyData(
                Encoding.ASCII.GetBytes($"{header}.{payload}"),
                Base64Url.DecodeFromChars(signature),
                HashAlgorithmName.SHA256
            )
            && claims.GetProperty("client_id").GetString() == client.Id
            && claims.GetProperty("scope").GetString() == client.Registration.Scope;
    }

    // The tokens differ in time and identifier, which have one length.
    private static bool AreAlike(WireResponse ours, WireResponse floors) =>
        ours.OwnHeaders.Order().SequenceEqual(floors.OwnHeaders.Order())
        && Encoding.UTF8.GetByteCount(ours.Body) == Encoding.UTF8.GetByteCount(floors.Body)
        && ours.Body.Replace(Token(ours)!, "", StringComparison.Ordinal)
            == floors.Body.Replace(Token(floors)!, "", StringComparison.Ordinal);

    // The last but one octet of a credential is the last but one of the body, or, in the header, of the field.
    private static byte[] Alter(byte[] request)
    {
        var text = Encoding.ASCII.GetString(request);
        const string field = "Authorization: Basic ";
        var from = text.IndexOf(field, StringComparison.Ordinal);
        var at = from < 0 ? text.Length - 12 : text.IndexOf('\r', from) - 12;
        var altered = (byte[])request.Clone();
        altered[at] = altered[at] == (byte)'A' ? (byte)'B' : (byte)'A';
        return altered;
    }

    private static class Paths
    {
        public const string Jwks = "/jwks";
    }
}
