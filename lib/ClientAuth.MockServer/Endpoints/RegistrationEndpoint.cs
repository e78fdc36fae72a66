using System.Security.Cryptography;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Registrations;
using ClientAuth.MockServer.Tokens;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>
/// The registration endpoint (RFC 7591 §3). An initial access token opens it, once: it is spent last of all, so that it is spent
/// exactly where a client came of it.
/// </summary>
internal sealed class RegistrationEndpoint(
    RegistrantChecks registrant,
    MetadataChecks metadata,
    RegisteredClients clients,
    IssuedTokens issued,
    TimeProvider clock,
    string address
) : Endpoint
{
    private const string Method = "POST";

    public override Task<RecordedResponse> AnswerAsync(EndpointCall call, CancellationToken cancellationToken)
    {
        var decided = call.Phases.Measure(PhaseNames.Authenticate, () => Decide(call));
        return Task.FromResult(
            decided is { } registration
                ? Register(registration.Client, registration.MainClientId)
                : RegistrationRefusal.Of(call, "registration", Method, Scopes.DynamicClientRegistration)
        );
    }

    private (ClientMetadata Client, string MainClientId)? Decide(EndpointCall call)
    {
        var trail = call.Trail;
        var incoming = call.Incoming;
        return
            trail.Check(Rules.RegistrationVerb, incoming.Http.Method == Method, Method, incoming.Http.Method)
            && registrant.Check(incoming, trail) is { } token
            && RegistrationBody.Read(incoming, trail) is { } members
            && metadata.Check(new RegistrationDraft(members, token.ClientId), NewClientId(), trail) is { } client
            && Spend(token, trail)
            ? (client, token.ClientId)
            : null;
    }

    // Of many requests with one token, one comes through here.
    private bool Spend(AccessToken token, Trail trail)
    {
        var unspent = issued.TrySpend(token);
        return trail.Check(
            Rules.TokenLive,
            unspent,
            "a token that was not spent meanwhile",
            unspent ? "such a token" : "a spent one"
        );
    }

    private RecordedResponse Register(ClientMetadata metadata, string mainClientId)
    {
        var (token, kept) = HashedToken.Make();
        var client = new RegisteredClient(
            ServerMadeSecret.Give(metadata, current: null) with
            {
                ClientIdIssuedAt = clock.GetUtcNow().ToUnixTimeSeconds(),
            }
        )
        {
            Dynamic = new DynamicRegistration(kept, mainClientId),
        };
        clients.Add(client);
        return ClientInformation.Of(201, client, address, token);
    }

    private static string NewClientId() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
