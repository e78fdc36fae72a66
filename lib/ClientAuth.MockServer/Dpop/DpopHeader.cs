using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Dpop;

/// <summary>Reads the header <c>DPoP</c> (RFC 9449 §4.1): exactly one, and in it one JWS.</summary>
internal static class DpopHeader
{
    public static bool IsPresent(IncomingRequest incoming) => incoming.Http.Header(ProofHeaders.Dpop) is not null;

    /// <summary>The proof, taken apart and not verified, or null where a check failed.</summary>
    public static DecodedJwt? Read(IncomingRequest incoming, CheckTrace trace)
    {
        var values = incoming.Values(ProofHeaders.Dpop);
        if (!trace.Check(Rules.DpopSingle, values.Count == 1, "exactly one DPoP header", $"{values.Count}"))
        {
            return null;
        }

        var isJwt = DecodedJwt.TryParse(values is [var first, ..] ? first : "", out var jwt, out var problem);
        trace.Check(Rules.DpopFormat, isJwt, "one JWS in compact serialization", problem ?? Quote.Jws(jwt!));
        return jwt;
    }
}
