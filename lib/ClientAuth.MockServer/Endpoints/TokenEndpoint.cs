using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Dpop;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Tokens;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>The token endpoint (RFC 6749 §3.2): authenticate, allow, spend, issue.</summary>
internal sealed class TokenEndpoint(
    ClientAuthenticator authenticator,
    TokenRequestProofs proofs,
    AssertionSpending spending,
    AccessTokens tokens
) : Endpoint
{
    public override async Task<RecordedResponse> AnswerAsync(EndpointCall call, CancellationToken cancellationToken)
    {
        var grant = await call.Phases.MeasureAsync(PhaseNames.Authenticate, () => DecideAsync(call, cancellationToken));
        return grant is null
            ? ClientRefusal.Of(call, "token endpoint")
            : call.Phases.Measure(PhaseNames.IssueToken, () => Issue(grant)).Unstored();
    }

    private async Task<Grant?> DecideAsync(EndpointCall call, CancellationToken cancellationToken)
    {
        if (
            FormRequest.Read(call.Incoming, call.Trail) is not { } request
            || await authenticator.AuthenticateAsync(request, call.Trail, cancellationToken) is not { } authenticated
        )
        {
            return null;
        }

        return
            GrantChecks.Check(authenticated.Client, request, call.Trail) is { } scope
            && proofs.Check(authenticated, call.Incoming, call.Trail) is { } proven
            && spending.Spend(proven, call.Trail)
            ? new Grant(proven.Client, scope, TokenBinding.To(call.Incoming.ClientCertificate, proven.Proof))
            : null;
    }

    private RecordedResponse Issue(Grant grant) =>
        JsonAnswer.Of(200, tokens.Issue(grant.Client, grant.Scope, grant.Binding), ProtocolJson.Default.TokenResponse);

    private sealed record Grant(ClientMetadata Client, string Scope, TokenBinding Binding);
}
