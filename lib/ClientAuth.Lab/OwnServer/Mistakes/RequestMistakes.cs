using System.Text;
using System.Text.Json.Nodes;
using ClientAuth.Client.TokenRequests;
using ClientAuth.Lab.OwnServer.Probing;
using static ClientAuth.Client.ClientAuthenticationMethodConfiguration;
using Names = ClientAuth.Protocol.TokenEndpointAuthMethods;

namespace ClientAuth.Lab.OwnServer.Mistakes;

/// <summary>Mistakes with the request as a whole, whatever the method.</summary>
internal static class RequestMistakes
{
    private static readonly string[] InTheRequest =
    [
        Names.ClientSecretBasic,
        Names.ClientSecretPost,
        Names.PrivateKeyJwt,
        Names.ClientSecretJwt,
    ];

    private static readonly string[] InTheHandshake = [Names.TlsClientAuth, Names.SelfSignedTlsClientAuth];

    public static IReadOnlyList<AskedMistake> All { get; } =
    [
        new(
            2,
            "Id of another environment",
            [.. InTheRequest, .. InTheHandshake],
            "The server issues tokens to clients that it does not know.",
            good => ProbeRequest.Of(good.InTheNameOf($"{good.Client.ClientId}-of-another-environment"))
        ),
        new(
            5,
            "Certificate never sent",
            InTheHandshake,
            "The server issues the token without the certificate: it believes the client_id alone.",
            good => ProbeRequest.Of(good.Unchanged) with { PresentsCertificate = false }
        ),
        new(
            10,
            "No credential",
            InTheRequest,
            "The server believes the client_id alone, and a client_id is no secret.",
            good => ProbeRequest.Of(good.By(new None()))
        ),
        new(
            14,
            "JSON for a form",
            InTheRequest,
            "The server reads JSON, too. RFC 6749 has forms only, and other servers read nothing else.",
            good => new ProbeRequest(AsJson(good.Unchanged))
        ),
        new(
            19,
            "${CLIENT_ID} not expanded",
            InTheRequest,
            "The server issues tokens to clients that it does not know.",
            Unexpanded
        ),
    ];

    private static HttpRequestMessage AsJson(PreparedTokenRequest request)
    {
        var message = request.ToHttpRequestMessage();
        var members = new JsonObject(
            request.Parameters.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))
        );
        message.Content!.Dispose();
        message.Content = new StringContent(members.ToJsonString(), Encoding.UTF8, "application/json");
        return message;
    }

    private static ProbeRequest Unexpanded(GoodRequest good) =>
        ProbeRequest.Of(
            good.Client.Method is Secret secret
                ? good.By(secret with { ClientSecret = new("${CLIENT_SECRET}") }, "${CLIENT_ID}")
                : good.InTheNameOf("${CLIENT_ID}")
        );
}
