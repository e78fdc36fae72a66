using ClientAuth.MockServer.Grants;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Tokens;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>The token endpoint (RFC 6749 §3.2): authenticate, allow, spend, issue.</summary>
internal sealed class TokenEndpoint(ClientAdmission admission, GrantChecks grants, AccessTokens tokens) : Endpoint
{
    public override async Task<RecordedResponse> RespondAsync(EndpointCall call, CancellationToken cancellationToken)
    {
        var granted = await admission.AdmitAsync(
            call,
            (client, request) => Decide(client, request, call),
            cancellationToken
        );
        return granted is null
            ? ClientRefusal.Of(call, "token endpoint")
            : call.Phases.Measure(PhaseNames.IssueToken, () => Issue(granted)).Unstored();
    }

    private Granted? Decide(AuthenticatedClient authenticated, FormRequest request, EndpointCall call) =>
        grants.Check(authenticated.Client, request, call.Trace) is var (grant, scope)
        && grant.Check(authenticated, request, call.Trace) is { } proven
            ? new Granted(
                proven,
                scope,
                TokenBinding.To(call.Incoming.ClientCertificate, proven.Proof),
                grant.IssuedTokenType
            )
            : null;

    private RecordedResponse Issue(Granted granted) =>
        JsonResponse.Of(
            200,
            tokens.Issue(granted.Client.Client, granted.Scope, granted.Binding, granted.IssuedTokenType),
            ProtocolJson.Default.TokenResponse
        );

    private sealed class Granted(
        AuthenticatedClient client,
        string scope,
        TokenBinding binding,
        string? issuedTokenType
    ) : Admitted(client)
    {
        public string Scope => scope;

        public TokenBinding Binding => binding;

        public string? IssuedTokenType => issuedTokenType;
    }
}
