using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tokens;

/// <summary>
/// What an exchange asks for beside scope (RFC 8693 §2.1). Whoever asks for more than there is would take the token for that, so it is
/// refused and not passed over.
/// </summary>
/// <param name="issuer">Also the audience of every access token.</param>
internal sealed class ExchangeTermsChecks(string issuer)
{
    public bool Check(FormRequest request, Trail trail) =>
        CheckActor(request, trail) && CheckTarget(request, trail) && CheckRequestedType(request, trail);

    // A token for somebody who acts for another would have to say so; this server's say nothing of the kind.
    private static bool CheckActor(FormRequest request, Trail trail)
    {
        var isThere = request.Form[TokenParameters.ActorToken] is not null;
        return trail.Check(Rules.ExchangeActor, !isThere, "no actor_token", isThere ? "one" : "none");
    }

    private bool CheckTarget(FormRequest request, Trail trail)
    {
        string?[] named = [request.Form[TokenParameters.Resource], request.Form[TokenParameters.Audience]];
        var others = named.Where(target => target is not null && target != issuer).ToList();
        return trail.Check(
            Rules.ExchangeTarget,
            others is [],
            $"{Quote.Text(issuer)} as resource or audience, or none",
            others is [] ? "no other" : Quote.Text(others[0])
        );
    }

    private static bool CheckRequestedType(FormRequest request, Trail trail)
    {
        var type = request.Form[TokenParameters.RequestedTokenType];
        return trail.Check(
            Rules.ExchangeRequestedType,
            type is null or TokenTypes.AccessToken,
            $"{TokenTypes.AccessToken}, or none",
            Quote.Text(type)
        );
    }
}
