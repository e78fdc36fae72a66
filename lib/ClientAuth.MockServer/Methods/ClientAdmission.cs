using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Endpoints;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary>
/// Lets a request in by its client, at the endpoints that authenticate as the token endpoint does: read it, authenticate, let the
/// endpoint judge what is asked, and spend the assertion last.
/// </summary>
internal sealed class ClientAdmission(ClientAuthenticator authenticator, AssertionSpending spending)
{
    /// <summary>What the endpoint has decided to do, or null where a check failed.</summary>
    /// <param name="call">The request, and the trace where every check leaves its line.</param>
    /// <param name="decide">The endpoint's own checks; null where one failed. It changes nothing yet.</param>
    /// <param name="cancellationToken">Ends the wait for what a method has to fetch.</param>
    public async Task<T?> AdmitAsync<T>(
        EndpointCall call,
        Func<ClientMetadata, FormRequest, T?> decide,
        CancellationToken cancellationToken
    )
        where T : class
    {
        if (
            FormRequest.Read(call.Incoming, call.Trace) is not { } request
            || await authenticator.AuthenticateAsync(request, call.Trace, cancellationToken) is not { } authenticated
        )
        {
            return null;
        }

        return decide(authenticated.Client, request) is { } decision && spending.Spend(authenticated, call.Trace)
            ? decision
            : null;
    }
}
