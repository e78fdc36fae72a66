using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol.Resources;

namespace ClientAuth.MockServer.Reading;

/// <summary>Reads the token that a request is about (RFC 7662 §2.1, RFC 7009 §2.1). Its <c>token_type_hint</c> is not needed: there is one type.</summary>
internal static class TokenInQuestion
{
    /// <summary>The token as it was sent, not verified, or null where there is none.</summary>
    public static string? Read(FormRequest request, CheckTrace trace)
    {
        var compact = request.Form[IntrospectionParameters.Token];
        trace.Check(
            Rules.TokenParameter,
            compact is not null,
            "the parameter token",
            compact is null ? "nothing" : Quote.Beginning(compact)
        );
        return compact;
    }
}
