using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Tokens;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>
/// Takes a client's own token back (RFC 7009). A token that is dead or unknown is a success, since what was wanted is already so
/// (§2.2). One that was issued to another client is refused and lives on (§2.1); the error is <c>invalid_grant</c>, the code that
/// RFC 6749 §5.2 has for what "was issued to another client". The client's own token that has expired is taken back as well: it stays
/// dead when the clock is set back.
/// </summary>
internal sealed class RevocationEndpoint(ClientAdmission admission, AccessTokenChecks checks, IssuedTokens issued)
    : Endpoint
{
    public override async Task<RecordedResponse> RespondAsync(EndpointCall call, CancellationToken cancellationToken)
    {
        var revocation = await admission.AdmitAsync(
            call,
            (client, request) => DecideAsync(client, request, call.Trace),
            cancellationToken
        );
        if (revocation is null)
        {
            return ClientRefusal.Of(call, "revocation endpoint");
        }

        call.Trace.Append(revocation.CheckResult);
        if (revocation.Token is { } token)
        {
            await issued.RevokeAsync(token);
        }

        return new RecordedResponse(200, [new("Content-Length", "0")], "").Unstored();
    }

    // That a token is dead refuses nothing, so it is found out beside the decision.
    private async ValueTask<Revocation?> DecideAsync(AuthenticatedClient client, FormRequest request, CheckTrace trace)
    {
        if (TokenInQuestion.Read(request, trace) is not { } compact)
        {
            return null;
        }

        var result = trace.Branch();
        var token = await checks.CheckAsync(compact, result);
        return token is null ? new Revocation(client, await ExpiredAsync(client.Client, compact), result)
            : CheckOwner(client.Client, token, trace) ? new Revocation(client, token, result)
            : null;
    }

    private async ValueTask<AccessToken?> ExpiredAsync(ClientMetadata client, string compact) =>
        await checks.ReadExpiredAsync(compact) is { } token && token.ClientId == client.ClientId ? token : null;

    private static bool CheckOwner(ClientMetadata client, AccessToken token, CheckTrace trace) =>
        trace.Check(
            Rules.TokenOwner,
            token.ClientId == client.ClientId,
            $"a token of {Quote.Text(client.ClientId)}",
            $"a token of {Quote.Text(token.ClientId)}"
        );

    private sealed class Revocation(AuthenticatedClient client, AccessToken? token, CheckTrace result)
        : Admitted(client)
    {
        /// <summary>What to revoke; null where there is nothing.</summary>
        public AccessToken? Token => token;

        /// <summary>The checks that said so.</summary>
        public CheckTrace CheckResult => result;
    }
}
