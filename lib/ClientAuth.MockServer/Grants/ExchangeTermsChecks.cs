using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Grants;

/// <summary>
/// What an exchange asks for beside scope (RFC 8693 §2.1). Whoever asks for more than there is would take the token for that, so it is
/// refused and not passed over.
/// </summary>
/// <param name="issuer">Also the audience of every access token.</param>
internal sealed class ExchangeTermsChecks(string issuer)
{
    public bool Check(FormRequest request, CheckTrace trace) =>
        CheckActor(request, trace) && CheckTarget(request, trace) && CheckRequestedType(request, trace);

    // A token for somebody who acts for another would have to say so; this server's say nothing of the kind.
    private static bool CheckActor(FormRequest request, CheckTrace trace)
    {
        var actor = request.Form[TokenParameters.ActorToken];
        return trace.Check(
            Rules.ExchangeActor,
            actor is null,
            "no actor_token",
            actor is null ? "none" : Quote.Beginning(actor)
        );
    }

    private bool CheckTarget(FormRequest request, CheckTrace trace)
    {
        string?[] named = [request.Form[TokenParameters.Resource], request.Form[TokenParameters.Audience]];
        var wrong = named.FirstOrDefault(target => target is not null && target != issuer);
        return trace.Check(
            Rules.ExchangeTarget,
            wrong is null,
            $"{Quote.Text(issuer)} as resource or audience, or none",
            Quote.Sent(wrong ?? named.FirstOrDefault(target => target is not null))
        );
    }

    private static bool CheckRequestedType(FormRequest request, CheckTrace trace)
    {
        var type = request.Form[TokenParameters.RequestedTokenType];
        return trace.Check(
            Rules.ExchangeRequestedType,
            type is null or TokenTypes.AccessToken,
            $"{TokenTypes.AccessToken}, or none",
            Quote.Sent(type)
        );
    }
}
