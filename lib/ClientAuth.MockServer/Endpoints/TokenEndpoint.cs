using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Hosting;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Tokens;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>The token endpoint (RFC 6749 §3.2): authenticate, allow, spend, issue.</summary>
internal sealed class TokenEndpoint(ClientAuthenticator authenticator, UsedAssertions used, AccessTokens tokens)
{
    public RecordedResponse Answer(IncomingRequest incoming, Trail trail, PhaseTimes phases)
    {
        var grant = phases.Measure(PhaseNames.Authenticate, () => Decide(incoming, trail));
        return grant is null
            ? TokenRefusal.Of(incoming, trail.Broken!)
            : phases.Measure(PhaseNames.IssueToken, () => Issue(grant, incoming)).Unstored();
    }

    private Grant? Decide(IncomingRequest incoming, Trail trail) =>
        TokenRequest.Read(incoming, trail) is { } request
        && authenticator.Authenticate(request, trail) is { } authenticated
        && GrantChecks.Check(authenticated.Client, request, trail) is { } scope
        && Spend(authenticated, trail)
            ? new Grant(authenticated.Client, scope)
            : null;

    // Last of all, so that a refused request leaves its assertion unspent.
    private bool Spend(AuthenticatedClient authenticated, Trail trail)
    {
        if (authenticated.Use is not { } use)
        {
            return true;
        }

        var unused = used.TryUse(authenticated.Client.ClientId, use.Jti, use.Until);
        return trail.Check(
            Rules.JtiUnused,
            unused,
            "an assertion that was not used before",
            unused ? $"first use of {Quote.Text(use.Jti)}" : $"{Quote.Text(use.Jti)} again"
        );
    }

    private RecordedResponse Issue(Grant grant, IncomingRequest incoming) =>
        JsonAnswer.Of(
            200,
            tokens.Issue(grant.Client, grant.Scope, incoming.Tls.ClientCertificate),
            ProtocolJson.Default.TokenResponse
        );

    private sealed record Grant(ClientMetadata Client, string Scope);
}
