using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>Tells a client what is registered about it, its secret included (RFC 7591 §3.2.1, RFC 7592 §3).</summary>
internal static class ClientInformation
{
    /// <param name="status">201 for a new client, else 200.</param>
    /// <param name="client">The client as it is registered now.</param>
    /// <param name="registrationEndpoint">The address of the registration endpoint; the client's own is below it.</param>
    /// <param name="accessToken">What opens the client's own endpoint. The server keeps its hash alone, so this is the one just made or just presented.</param>
    public static RecordedResponse Of(
        int status,
        RegisteredClient client,
        string registrationEndpoint,
        string accessToken
    ) =>
        JsonResponse
            .Of(
                status,
                client.Metadata with
                {
                    RegistrationClientUri = $"{registrationEndpoint}/{client.Metadata.ClientId}",
                    RegistrationAccessToken = accessToken,
                },
                ProtocolJson.Default.ClientMetadata
            )
            .Unstored();
}
