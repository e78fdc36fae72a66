using System.Security.Cryptography;
using System.Text;
using ClientAuth.Client;
using ClientAuth.Protocol;
using Ratios.Servers;
using Ratios.World;

namespace Ratios.Load;

/// <summary>Token requests as bytes, made before a round so that making them is no part of it. Each assertion is new: it is good once.</summary>
internal static class TokenRequests
{
    private const int JtiLength = 32;

    /// <param name="client">Whose request.</param>
    /// <param name="server">Where it goes.</param>
    /// <param name="path">The path of the endpoint; null takes that of the server's token endpoint.</param>
    public static byte[] Make(MeasuredClient client, ServerReady server, string? path = null)
    {
        var endpoint = EndpointFor(client, server);
        var secret = client.Registration.ClientSecret;
        var form = client.Method switch
        {
            TokenEndpointAuthMethods.ClientSecretBasic => "",
            TokenEndpointAuthMethods.ClientSecretPost => $"&client_id={client.Id}&client_secret={secret}",
            _ when client.Signer is { } signer =>
                $"&client_assertion_type={Uri.EscapeDataString(ClientAssertionTypes.JwtBearer)}&client_assertion={Assertion(client.Id, server.Issuer, signer)}",
            _ => $"&client_id={client.Id}",
        };
        var basic =
            client.Method == TokenEndpointAuthMethods.ClientSecretBasic
                ? $"Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client.Id}:{secret}"))}\r\n"
                : "";
        var body = $"grant_type={GrantTypes.ClientCredentials}&scope={client.Registration.Scope}{form}";
        return Encoding.ASCII.GetBytes(
            $"POST {path ?? endpoint.AbsolutePath} HTTP/1.1\r\nHost: {endpoint.Authority}\r\n{basic}"
                + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}"
        );
    }

    /// <summary>The endpoint that the client uses: where it has a certificate, the one that asks for it.</summary>
    public static Uri EndpointFor(MeasuredClient client, ServerReady server) =>
        new(client.Certificate is null ? server.Token : server.MtlsToken);

    private static string Assertion(string clientId, string issuer, AssertionSigner signer) =>
        ClientAssertionBuilder
            .For(clientId, issuer, signer, TimeProvider.System, RandomNumberGenerator.GetHexString(JtiLength))
            .Build()
            .Compact;
}
