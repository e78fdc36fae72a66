using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>
/// Where a client that registered itself reads, replaces and withdraws its registration (RFC 7592 §2). Its access token stays the
/// same all along: if it changed with each update, an answer that gets lost would lock the client out.
/// </summary>
internal sealed class ClientConfigurationEndpoint(
    RegisteredClients clients,
    RegistrationRoom room,
    RegistrationUpdate update,
    string address
) : Endpoint
{
    private const string Methods = "GET, PUT, DELETE";

    // Compared with where there is no such client, so that nobody learns which there are (RFC 7592 §2).
    private readonly HashedToken _nobodys = HashedToken.Nobodys();

    public override async Task<RecordedResponse> RespondAsync(EndpointCall call, CancellationToken cancellationToken) =>
        await call.Phases.MeasureAsync(PhaseNames.Authenticate, () => DecideAsync(call))
        ?? RegistrationRefusal.Of(call, "client configuration", Methods);

    private async ValueTask<RecordedResponse?> DecideAsync(EndpointCall call)
    {
        var method = call.Incoming.Http.Method;
        return
            call.Trace.Check(
                Rules.RegistrationVerb,
                method is "GET" or "PUT" or "DELETE",
                Methods,
                Quote.Method(method)
            )
            && BearerToken.Read(call.Incoming, call.Trace) is { } token
            && Find(call, token) is { } client
            ? method switch
            {
                "PUT" => await ReplaceAsync(call, client, token),
                "DELETE" => await RemoveAsync(call, client),
                _ => ClientInformation.Of(200, client, address, token.Compact),
            }
            : null;
    }

    private RegisteredClient? Find(EndpointCall call, BearerToken token)
    {
        var client = clients.Get(call.Incoming.Path[Paths.ClientConfigurations.Length..]);
        var kept = client is { IsDisabled: false, Dynamic: { } registration } ? registration.AccessToken : _nobodys;
        var matches = kept.Matches(token.Compact);
        return call.Trace.Check(
            Rules.RegistrationAccessToken,
            matches && token.Scheme == BearerToken.Bearer,
            "the registration access token of this client, as Bearer",
            matches ? token.Scheme : $"{Quote.Beginning(token.Compact)}, not issued for this address"
        )
            ? client
            : null;
    }

    private async ValueTask<RecordedResponse?> ReplaceAsync(
        EndpointCall call,
        RegisteredClient client,
        BearerToken token
    )
    {
        if (update.Check(client, call.Incoming, call.Trace) is not { } metadata)
        {
            return null;
        }

        var isTried = false;
        var changed = await room.TakeAsync(
            metadata,
            owner: null,
            call.Trace,
            () => new(true),
            () =>
            {
                isTried = true;
                return clients.TryChange(client, now => now.With(ServerMadeSecret.Give(metadata, now.Metadata)));
            }
        );
        return isTried && CheckStill(call, changed is not null)
            ? ClientInformation.Of(200, changed!, address, token.Compact)
            : null;
    }

    // Its access tokens die with it: a token of a client that is not registered is refused everywhere.
    private async ValueTask<RecordedResponse?> RemoveAsync(EndpointCall call, RegisteredClient client)
    {
        var removed = await clients.ShareAsync(() => clients.Remove(client) ? client : null);
        return CheckStill(call, removed is not null) ? new RecordedResponse(204, [], "").Unstored() : null;
    }

    private static bool CheckStill(EndpointCall call, bool isThere) =>
        call.Trace.Check(
            Rules.RegistrationAccessToken,
            isThere,
            "a client that was neither withdrawn nor registered again meanwhile",
            isThere ? "registered" : "no longer registered"
        );
}
