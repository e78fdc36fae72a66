using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Tokens;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>The token endpoint (RFC 6749 §3.2): authenticate, allow, spend, issue.</summary>
internal sealed class TokenEndpoint(
    ClientAuthenticator authenticator,
    GrantChecks grants,
    AssertionSpending spending,
    AccessTokens tokens
) : Endpoint
{
    public override async Task<RecordedResponse> RespondAsync(EndpointCall call, CancellationToken cancellationToken)
    {
        var granted = await call.Phases.MeasureAsync(
            PhaseNames.Authenticate,
            () => DecideAsync(call, cancellationToken)
        );
        return granted is null
            ? ClientRefusal.Of(call, "token endpoint")
            : call.Phases.Measure(PhaseNames.IssueToken, () => Issue(granted)).Unstored();
    }

    private async Task<Granted?> DecideAsync(EndpointCall call, CancellationToken cancellationToken)
    {
        if (
            FormRequest.Read(call.Incoming, call.Trace) is not { } request
            || await authenticator.AuthenticateAsync(request, call.Trace, cancellationToken) is not { } authenticated
        )
        {
            return null;
        }

        return
            grants.Check(authenticated.Client, request, call.Trace) is var (grant, scope)
            && grant.Check(authenticated, request, call.Trace) is { } proven
            && spending.Spend(proven, call.Trace)
            ? new Granted(
                proven.Client,
                scope,
                TokenBinding.To(call.Incoming.ClientCertificate, proven.Proof),
                grant.IssuedTokenType
            )
            : null;
    }

    private RecordedResponse Issue(Granted granted) =>
        JsonResponse.Of(
            200,
            tokens.Issue(granted.Client, granted.Scope, granted.Binding, granted.IssuedTokenType),
            ProtocolJson.Default.TokenResponse
        );

    private sealed record Granted(ClientMetadata Client, string Scope, TokenBinding Binding, string? IssuedTokenType);
}
