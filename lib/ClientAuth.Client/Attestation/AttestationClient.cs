using System.Net.Http.Headers;
using System.Text.Json;
using ClientAuth.Client.Dpop;
using ClientAuth.Protocol;

namespace ClientAuth.Client.Attestation;

/// <summary>Requests a challenge from a server, and a Client Attestation Token in return for a platform's attestation of that challenge.</summary>
/// <param name="http">Made by <see cref="Connections.TokenHttp"/>; no certificate is needed.</param>
/// <param name="server">What the server publishes about itself.</param>
/// <param name="clock">Runs the deadline and dates the token.</param>
public sealed class AttestationClient(HttpClient http, AuthorizationServerMetadata server, TimeProvider clock)
{
    private const string IfLost = "It is safe to ask again, with a new challenge.";

    /// <summary>The time limit of one request, from the connection to the last byte of the response.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Requests a challenge, which is good for one attestation (draft-ietf-oauth-attestation-based-client-auth §6.3).</summary>
    /// <param name="key">Learns the nonce that comes with it.</param>
    /// <param name="cancellationToken">Gives the request up.</param>
    /// <exception cref="AuthorizationServerException">The server was not reached, not trusted or not understood, or gives no challenges.</exception>
    public async Task<string> GetChallengeAsync(DpopKey key, CancellationToken cancellationToken = default)
    {
        var address = Endpoint(server.ChallengeEndpoint, "challenge_endpoint");
        using var message = new HttpRequestMessage(HttpMethod.Post, address);
        var response = await Call().SendAsync(message, cancellationToken);
        key.Learn(address, response.DpopNonce);
        if (response.Status != 200)
        {
            var error = response.ReadError("a challenge endpoint", "200");
            throw response.Unusable($"with '{error.Error}', although a challenge needs no authentication");
        }

        return
            response.Read(ProtocolJson.Default.AttestationChallenge, "a challenge").Challenge
                is { Length: > 0 } challenge
            ? challenge
            : throw response.Unusable("without an attestation_challenge; the server attests no devices");
    }

    /// <summary>Sends the platform's attestation; a second time where the proof needs the server's nonce.</summary>
    /// <param name="request">Client, challenge and evidence.</param>
    /// <param name="key">What the token will be bound to.</param>
    /// <param name="cancellationToken">Gives the request up.</param>
    /// <exception cref="AuthorizationServerException">The server was not reached, not trusted, or not understood.</exception>
    public async Task<AttestationOutcome> AttestAsync(
        ClientAttestationTokenRequest request,
        DpopKey key,
        CancellationToken cancellationToken = default
    )
    {
        var outcome = await SendAsync();
        return outcome is AttestationOutcome.Refused { Error.Error: OAuthErrors.UseDpopNonce }
            ? await SendAsync()
            : outcome;

        async Task<AttestationOutcome> SendAsync()
        {
            var address = Endpoint(server.ClientAttestationTokenEndpoint, "client_attestation_token_endpoint");
            var asked = clock.GetUtcNow();
            using var message = Message(address, request, key);
            var response = await Call().SendAsync(message, cancellationToken);
            key.Learn(address, response.DpopNonce);
            return AttestationOutcome.Read(response, asked);
        }
    }

    private static HttpRequestMessage Message(Uri address, ClientAttestationTokenRequest request, DpopKey key)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(request, ProtocolJson.Default.ClientAttestationTokenRequest);
        var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        message.Headers.TryAddWithoutValidation(ProofHeaders.Dpop, key.Prove(HttpMethod.Post, address).Compact);
        return message;
    }

    private Uri Endpoint(string? address, string field) =>
        address is null
            ? throw new AuthorizationServerException(
                $"{server.Issuer} publishes no {field}, so it attests no devices. Nothing was sent. Set UseAttestation to false, or ask another server."
            )
            {
                RequestMayHaveArrived = false,
            }
            : EndpointAddress.Of(address, field);

    private ServerCall Call() => new(http, Deadline, clock, IfLost);
}
