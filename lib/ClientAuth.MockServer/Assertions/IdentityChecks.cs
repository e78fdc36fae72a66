using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Assertions;

/// <summary>Who speaks, about whom, to whom: <c>iss</c>, <c>sub</c> and <c>aud</c> (RFC 7523 §3).</summary>
/// <param name="clients">Whose identifiers a trace may quote.</param>
/// <param name="audiences">Those that the policy allows, each alone.</param>
/// <param name="form">How <c>aud</c> may be written.</param>
internal sealed class IdentityChecks(RegisteredClients clients, IReadOnlyList<string> audiences, AudienceForm form)
{
    public bool Check(ClientMetadata client, DecodedJwt jwt, CheckTrace trace) =>
        CheckIs(Rules.Iss, "iss", client, jwt, trace)
        && CheckIs(Rules.Sub, "sub", client, jwt, trace)
        && CheckAud(jwt, trace);

    private bool CheckIs(Rule rule, string claim, ClientMetadata client, DecodedJwt jwt, CheckTrace trace) =>
        trace.Check(
            rule,
            jwt.ClaimString(claim) == client.ClientId,
            Quote.Text(client.ClientId),
            Quote.Identifier(jwt.Payload, claim, clients)
        );

    // Simple string comparison: a slash more or another case is another audience.
    private bool CheckAud(DecodedJwt jwt, CheckTrace trace)
    {
        var expected = string.Join(" or ", audiences.Select(audience => Quote.Text(audience)));
        return trace.Check(
            Rules.Aud,
            SoleAudience.Of(jwt, form) is { } audience && audiences.Contains(audience, StringComparer.Ordinal),
            form == AudienceForm.StringOnly ? $"{expected} as a string" : expected,
            Quote.Member(jwt.Payload, "aud")
        );
    }
}
