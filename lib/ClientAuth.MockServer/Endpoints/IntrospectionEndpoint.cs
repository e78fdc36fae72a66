using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Tokens;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;
using ClientAuth.Protocol.Resources;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>
/// Tells a confidential client about a token (RFC 7662): about its own, and, where it runs a resource, about any. A token that it
/// may not see is inactive to it, as a dead one is, so that nobody finds out by asking (§2.2, §4). The trace names the check that
/// made a token inactive; the answer does not.
/// </summary>
/// <param name="admission">Authenticates the client.</param>
/// <param name="checks">Verify the token.</param>
/// <param name="issuer">The issuer and the audience of every token.</param>
/// <param name="resourceServers">Clients that may see every token.</param>
internal sealed class IntrospectionEndpoint(
    ClientAdmission admission,
    AccessTokenChecks checks,
    string issuer,
    IReadOnlyList<string> resourceServers
) : Endpoint
{
    public override async Task<RecordedResponse> RespondAsync(EndpointCall call, CancellationToken cancellationToken)
    {
        var question = await admission.AdmitAsync(
            call,
            (client, request) => Allow(client, request, call.Trace),
            cancellationToken
        );
        return question is null
            ? ClientRefusal.Of(call, "introspection endpoint")
            : JsonResponse
                .Of(200, await AnswerAsync(question, call.Trace), ProtocolJson.Default.IntrospectionResponse)
                .Unstored();
    }

    private static Question? Allow(AuthenticatedClient client, FormRequest request, CheckTrace trace) =>
        CheckConfidential(client.Client, trace) && TokenInQuestion.Read(request, trace) is { } compact
            ? new Question(client, compact)
            : null;

    // Identifying itself is no authorization, which the endpoint must ask for against token scanning (RFC 7662 §2.1).
    private static bool CheckConfidential(ClientMetadata client, CheckTrace trace) =>
        trace.Check(
            Rules.ClientConfidential,
            client.TokenEndpointAuthMethod != TokenEndpointAuthMethods.None,
            "a client that authenticates",
            client.TokenEndpointAuthMethod
        );

    private async ValueTask<IntrospectionResponse> AnswerAsync(Question question, CheckTrace trace) =>
        await checks.CheckAsync(question.Compact, trace) is { } token
        && CheckVisible(question.Client.Client.ClientId, token, trace)
            ? Describe(token)
            : new IntrospectionResponse { Active = false };

    private bool CheckVisible(string clientId, AccessToken token, CheckTrace trace) =>
        trace.Check(
            Rules.TokenVisible,
            token.ClientId == clientId || resourceServers.Contains(clientId),
            "a token of the client that asks, or a resource server that asks",
            $"a token of {Quote.Text(token.ClientId)}, asked for by {Quote.Text(clientId)}"
        );

    private IntrospectionResponse Describe(AccessToken token) =>
        new()
        {
            Active = true,
            Iss = issuer,
            Sub = token.Subject,
            Aud = issuer,
            ClientId = token.ClientId,
            Scope = token.Scopes is [] ? null : string.Join(' ', token.Scopes),
            Exp = token.Expires.ToUnixTimeSeconds(),
            Iat = token.IssuedAt?.ToUnixTimeSeconds(),
            Jti = token.Jti,
            TokenType = token.Binding.TokenType,
            Cnf =
                token.Binding == TokenBinding.Nothing
                    ? null
                    : new Confirmation
                    {
                        X5tS256 = token.Binding.CertificateThumbprint,
                        Jkt = token.Binding.KeyThumbprint,
                    },
        };

    private sealed class Question(AuthenticatedClient client, string compact) : Admitted(client)
    {
        public string Compact => compact;
    }
}
