using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Grants;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Registrations.Members;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Authorization;

namespace ClientAuth.MockServer.Authorization;

/// <summary>Whether a client may ask a user for this (RFC 6749 §4.1.1, RFC 9126 §2.1).</summary>
internal static class AuthorizationRequestChecks
{
    public static bool Check(ClientMetadata client, FormRequest request, CheckTrace trace) =>
        CheckAbsent(Rules.ParRequestUri, AuthorizationParameters.RequestUri, request, trace)
        && CheckAbsent(Rules.ParRequest, AuthorizationParameters.Request, request, trace)
        && CheckClientId(request, trace)
        && CheckResponseType(request, trace)
        && CheckRedirectUri(client, request, trace)
        && GrantChecks.CheckScope(client, request.Form[TokenParameters.Scope], trace);

    private static bool CheckAbsent(Rule rule, string name, FormRequest request, CheckTrace trace) =>
        trace.Check(rule, request.Form[name] is null, $"no {name}", request.Form[name] is null ? "none" : $"a {name}");

    // Required of an authorization request, whatever else has identified the client (RFC 9126 §2.1).
    private static bool CheckClientId(FormRequest request, CheckTrace trace) =>
        trace.Check(
            Rules.ParClientId,
            request.Form[TokenParameters.ClientId] is not null,
            "the parameter client_id",
            Quote.Sent(request.Form[TokenParameters.ClientId])
        );

    private static bool CheckResponseType(FormRequest request, CheckTrace trace)
    {
        var type = request.Form[AuthorizationParameters.ResponseType];
        var rule = type is null ? Rules.ParResponseTypePresent : Rules.ParResponseTypeSupported;
        return trace.Check(rule, type == ResponseTypes.Code, ResponseTypes.Code, Quote.Sent(type));
    }

    // Compared as strings (RFC 9700 §2.1). Who has registered none may name any, once it has proven who it is (RFC 9126 §2.4).
    private static bool CheckRedirectUri(ClientMetadata client, FormRequest request, CheckTrace trace)
    {
        var sent = request.Form[AuthorizationParameters.RedirectUri];
        var registered = client.RedirectUris ?? [];
        var isConfidential = client.TokenEndpointAuthMethod != TokenEndpointAuthMethods.None;
        var (holds, expected) = registered switch
        {
            [] when isConfidential => (IsAddress(sent), "an address that could be registered"),
            [] => (false, "a registered address; the client has none"),
            [var only] => (sent is null || sent == only, $"{Quote.Text(only)}, or nothing"),
            _ => (sent is not null && registered.Contains(sent), "one of the registered addresses"),
        };
        return trace.Check(Rules.ParRedirectUri, holds, expected, Quote.Sent(sent));
    }

    private static bool IsAddress(string? sent) => sent is not null && RedirectUri.IsAllowed(sent);
}
