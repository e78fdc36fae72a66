using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClientAuth.Client.Dpop;
using ClientAuth.Protocol;

namespace ClientAuth.Client.Registration;

/// <summary>Registers a client, a device's own among them (RFC 7591 §3), and reads, replaces and withdraws its registration (RFC 7592 §2).</summary>
/// <param name="http">Made by <see cref="Connections.TokenHttp"/>, where the initial access token is bound to a certificate with that certificate.</param>
/// <param name="clock">Runs the deadline.</param>
public sealed class RegistrationClient(HttpClient http, TimeProvider clock)
{
    // Without a key that it is bound to, a server cannot tell a second request from the first.
    private const string IfLostUnbound =
        "It is not known whether the server has registered a client. Asking again may register a second one.";

    private const string IfLost =
        "It is not known whether the server has acted. Ask again: the server knows the device by its key, and registers no second client for it.";

    /// <summary>The time limit of one request, from the connection to the last byte of the response.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Registers a client under an initial access token that is bound to the device's key.</summary>
    /// <param name="endpoint">The registration endpoint.</param>
    /// <param name="initialAccessToken">Good for one registration.</param>
    /// <param name="key">What the token is bound to.</param>
    /// <param name="request">What the device says about itself.</param>
    /// <param name="cancellationToken">Gives the request up.</param>
    /// <exception cref="AuthorizationServerException">The server was not reached, not trusted, or not understood.</exception>
    public async Task<RegistrationOutcome> RegisterAsync(
        Uri endpoint,
        string initialAccessToken,
        DpopKey key,
        ClientRegistrationRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var address = EndpointAddress.Of(endpoint.OriginalString, "registration_endpoint");
        var response = await SendOnceAsync();
        key.Learn(address, response.DpopNonce);
        var refusal = RegistrationOutcome.Read(response) as RegistrationOutcome.Refused;
        if (refusal?.Error.Error == OAuthErrors.UseDpopNonce && response.DpopNonce is not null)
        {
            response = await SendOnceAsync();
            key.Learn(address, response.DpopNonce);
        }

        return RegistrationOutcome.Read(response);

        async Task<ServerResponse> SendOnceAsync()
        {
            using var message = Message(
                HttpMethod.Post,
                address,
                request,
                ProtocolJson.Default.ClientRegistrationRequest
            );
            message.Headers.Authorization = new AuthenticationHeaderValue(ProofHeaders.Dpop, initialAccessToken);
            var proof = key.Prove(message.Method, address, initialAccessToken);
            message.Headers.TryAddWithoutValidation(ProofHeaders.Dpop, proof.Compact);
            return await Call().SendAsync(message, cancellationToken);
        }
    }

    /// <summary>Registers a client under an initial access token that is bound to no key, as RFC 7591 §3 has it.</summary>
    /// <param name="endpoint">The registration endpoint.</param>
    /// <param name="initialAccessToken">Sent as a bearer token (RFC 6750 §2.1).</param>
    /// <param name="request">What the client says about itself.</param>
    /// <param name="cancellationToken">Gives the request up.</param>
    /// <exception cref="AuthorizationServerException">The server was not reached, not trusted, or not understood.</exception>
    public async Task<RegistrationOutcome> RegisterAsync(
        Uri endpoint,
        string initialAccessToken,
        ClientRegistrationRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var address = EndpointAddress.Of(endpoint.OriginalString, "registration_endpoint");
        using var message = Message(HttpMethod.Post, address, request, ProtocolJson.Default.ClientRegistrationRequest);
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", initialAccessToken);
        return RegistrationOutcome.Read(await Call(IfLostUnbound).SendAsync(message, cancellationToken));
    }

    /// <summary>Reads the registration as the server has it now.</summary>
    /// <param name="client">What the registration answered with.</param>
    /// <param name="cancellationToken">Gives the request up.</param>
    /// <exception cref="AuthorizationServerException">The server was not reached, not trusted, or not understood.</exception>
    public Task<RegistrationOutcome> ReadAsync(ClientMetadata client, CancellationToken cancellationToken = default) =>
        ConfigureAsync(HttpMethod.Get, client, update: null, cancellationToken);

    /// <summary>Replaces the registration as a whole: what is left out is gone.</summary>
    /// <param name="client">The registration with its changes.</param>
    /// <param name="cancellationToken">Gives the request up.</param>
    /// <exception cref="AuthorizationServerException">The server was not reached, not trusted, or not understood.</exception>
    public Task<RegistrationOutcome> UpdateAsync(
        ClientMetadata client,
        CancellationToken cancellationToken = default
    ) =>
        ConfigureAsync(
            HttpMethod.Put,
            client,
            // What the server alone says may not be repeated (RFC 7592 §2.2).
            client with
            {
                ClientIdIssuedAt = null,
                ClientSecretExpiresAt = null,
                RegistrationAccessToken = null,
                RegistrationClientUri = null,
            },
            cancellationToken
        );

    /// <summary>Withdraws the registration, and with it every token of the client.</summary>
    /// <param name="client">What the registration answered with.</param>
    /// <param name="cancellationToken">Gives the request up.</param>
    /// <exception cref="AuthorizationServerException">The server was not reached, not trusted, or not understood.</exception>
    public Task<RegistrationOutcome> DeleteAsync(
        ClientMetadata client,
        CancellationToken cancellationToken = default
    ) => ConfigureAsync(HttpMethod.Delete, client, update: null, cancellationToken);

    private async Task<RegistrationOutcome> ConfigureAsync(
        HttpMethod method,
        ClientMetadata client,
        ClientMetadata? update,
        CancellationToken cancellationToken
    )
    {
        if (client is not { RegistrationClientUri: { } uri, RegistrationAccessToken: { } token })
        {
            throw new ArgumentException(
                $"The registration of '{client.ClientId}' has no registration_client_uri or registration_access_token. Pass the server's registration response (RFC 7592 §3).",
                nameof(client)
            );
        }

        var address = EndpointAddress.Of(uri, "registration_client_uri");
        using var message = Message(method, address, update, ProtocolJson.Default.ClientMetadata);
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return RegistrationOutcome.Read(await Call().SendAsync(message, cancellationToken));
    }

    private ServerCall Call(string ifLost = IfLost) => new(http, Deadline, clock, ifLost);

    private static HttpRequestMessage Message<T>(HttpMethod method, Uri address, T? body, JsonTypeInfo<T> shape)
    {
        var message = new HttpRequestMessage(method, address);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (body is not null)
        {
            message.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, shape));
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return message;
    }
}
