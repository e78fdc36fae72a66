using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>
/// The one way in for clients: read the request, authenticate, let the endpoint judge what is asked, and spend what is good once
/// last, so that a refused request leaves it unspent.
/// </summary>
internal sealed class ClientAdmission(ClientAuthenticator authenticator, SingleUseChecks singleUse)
{
    /// <summary>What the endpoint has decided to do, or null where a check failed.</summary>
    /// <param name="call">The request, and the trace where every check leaves its line.</param>
    /// <param name="decide">The endpoint's own checks; null where one failed. It changes nothing yet.</param>
    /// <param name="cancellationToken">Ends the wait for what a method has to fetch.</param>
    public ValueTask<T?> AdmitAsync<T>(
        EndpointCall call,
        Func<AuthenticatedClient, FormRequest, ValueTask<T?>> decide,
        CancellationToken cancellationToken
    )
        where T : Admitted =>
        call.Phases.MeasureAsync(PhaseNames.Authenticate, () => DecideAsync(call, decide, cancellationToken));

    /// <summary>The same for an endpoint that decides by itself, without asking what the nodes share.</summary>
    public ValueTask<T?> AdmitAsync<T>(
        EndpointCall call,
        Func<AuthenticatedClient, FormRequest, T?> decide,
        CancellationToken cancellationToken
    )
        where T : Admitted =>
        AdmitAsync(call, (client, request) => new ValueTask<T?>(decide(client, request)), cancellationToken);

    private async ValueTask<T?> DecideAsync<T>(
        EndpointCall call,
        Func<AuthenticatedClient, FormRequest, ValueTask<T?>> decide,
        CancellationToken cancellationToken
    )
        where T : Admitted =>
        FormRequest.Read(call.Incoming, call.Trace) is { } request
        && await authenticator.AuthenticateAsync(request, call.Trace, cancellationToken) is { } authenticated
        && await decide(authenticated, request) is { } admitted
        && await singleUse.SpendAsync(call.Trace, admitted.Client.Use, admitted.Client.Proof?.Use)
            ? admitted
            : null;
}

/// <summary>What an endpoint will do for a client once what the client presented is spent.</summary>
/// <param name="client">The client, with a DPoP proof where the endpoint takes one.</param>
internal abstract class Admitted(AuthenticatedClient client)
{
    public AuthenticatedClient Client => client;
}
