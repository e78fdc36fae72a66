using System.Security.Cryptography;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Registrations;
using ClientAuth.MockServer.Tokens;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>
/// The registration endpoint (RFC 7591 §3). An initial access token opens it, once: it is spent last of all, so that it is spent
/// exactly where a client came of it. Under a token that is bound to a key, a template gives one client for each key: whoever
/// registers again renews it.
/// </summary>
internal sealed class RegistrationEndpoint(
    RegistrantChecks registrant,
    MetadataChecks metadata,
    RegisteredClients clients,
    RegistrationRoom room,
    IssuedTokens issued,
    IReadOnlyList<ClientTemplate> templates,
    TimeProvider clock,
    string address
) : Endpoint
{
    private const string Method = "POST";

    public override async Task<RecordedResponse> RespondAsync(EndpointCall call, CancellationToken cancellationToken)
    {
        var decided = await call.Phases.MeasureAsync(PhaseNames.Authenticate, () => DecideAsync(call));
        return
            decided is { } registration
            && await TryRegisterAsync(registration.Client, registration.Token, call.Trace) is { } made
            ? made
            : RegistrationRefusal.Of(call, "registration", Method, Scopes.DynamicClientRegistration);
    }

    private async ValueTask<(ClientMetadata Client, AccessToken Token)?> DecideAsync(EndpointCall call)
    {
        var trace = call.Trace;
        var incoming = call.Incoming;
        return
            trace.Check(
                Rules.RegistrationVerb,
                incoming.Http.Method == Method,
                Method,
                Quote.Method(incoming.Http.Method)
            )
            && await registrant.CheckAsync(incoming, trace) is { } token
            && RegistrationBody.Read(incoming, trace) is { } members
            && metadata.Check(new RegistrationDraft(members, token.ClientId), NewClientId(), trace) is { } client
            ? (client, token)
            : null;
    }

    // Of many requests with one token, one comes through here.
    private async ValueTask<bool> SpendAsync(AccessToken token, CheckTrace trace)
    {
        var unspent = await issued.TrySpendAsync(token);
        return trace.Check(
            Rules.TokenLive,
            unspent,
            "a token that was not spent meanwhile",
            $"jti {Quote.Text(token.Jti)}, {(unspent ? "unspent" : "spent")}"
        );
    }

    private async ValueTask<RecordedResponse?> TryRegisterAsync(
        ClientMetadata metadata,
        AccessToken opener,
        CheckTrace trace
    )
    {
        var owner = RegistrationOwner.Of(opener.Binding.KeyThumbprint, metadata, templates);
        var (token, kept) = HashedToken.Make();
        var made = new RegisteredClient(
            ServerMadeSecret.Give(metadata, current: null) with
            {
                ClientIdIssuedAt = clock.GetUtcNow().ToUnixTimeSeconds(),
            }
        )
        {
            Dynamic = new DynamicRegistration(kept, opener.ClientId, owner),
        };
        // The token is spent only where there is room.
        var client = await room.TakeAsync(
            metadata,
            owner,
            trace,
            () => SpendAsync(opener, trace),
            () => clients.AddOrRenew(made)
        );
        return client is null
            ? null
            : ClientInformation.Of(client.Metadata.ClientId == metadata.ClientId ? 201 : 200, client, address, token);
    }

    private static string NewClientId() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
