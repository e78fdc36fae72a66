using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Dpop;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Tokens;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Grants;

/// <summary>
/// Verifies the token that is to be exchanged (RFC 8693 §2.1): a Client Attestation Token of this server, for this client, still good,
/// and sent by whoever has its key. It can be exchanged as often as that key likes while it lasts.
/// </summary>
internal sealed class SubjectTokenChecks(ServerKey key, string issuer, TimeProvider clock)
{
    /// <summary>The token, or null where a check failed. Whether its key has made the proof is <see cref="CheckKey"/>'s question.</summary>
    public DecodedJwt? Check(ClientMetadata client, FormRequest request, CheckTrace trace) =>
        CheckTokenType(request, trace)
        && Read(request, trace) is { } jwt
        && JwsChecks.CheckTyp(jwt, JwtTypes.ClientAttestationToken, Rules.SubjectTokenTyp, trace)
        && key.CheckSignature(jwt, Rules.SubjectTokenSignature, trace)
        && ClaimChecks.CheckIs(jwt, "iss", issuer, Rules.SubjectTokenIss, trace)
        && ClaimChecks.CheckIs(jwt, "aud", issuer, Rules.SubjectTokenAud, trace)
        && ClaimChecks.CheckIs(jwt, "sub", client.ClientId, Rules.SubjectTokenSub, trace)
        && CheckExp(jwt, trace)
            ? jwt
            : null;

    /// <summary>Whether the device that attested itself is the one that asks.</summary>
    public static bool CheckKey(DecodedJwt jwt, DpopProof proof, CheckTrace trace)
    {
        var bound = TokenBinding.Read(jwt.Payload)?.KeyThumbprint;
        return trace.Check(
            Rules.SubjectTokenDpopKey,
            bound == proof.KeyThumbprint,
            $"a proof by the key with thumbprint {Quote.Text(bound)}",
            Quote.Text(proof.KeyThumbprint)
        );
    }

    private static bool CheckTokenType(FormRequest request, CheckTrace trace)
    {
        var type = request.Form[TokenParameters.SubjectTokenType];
        return trace.Check(Rules.SubjectTokenType, type == TokenTypes.Jwt, TokenTypes.Jwt, Quote.Sent(type));
    }

    private static DecodedJwt? Read(FormRequest request, CheckTrace trace) =>
        JwsChecks.Read(request.Form[TokenParameters.SubjectToken], Rules.SubjectTokenFormat, trace);

    // No skew: it is the same clock that issued the token.
    private bool CheckExp(DecodedJwt jwt, CheckTrace trace)
    {
        var now = clock.GetUtcNow();
        var expires = TimeClaim.Read(jwt, "exp");
        return trace.Check(Rules.SubjectTokenExp, expires.Time > now, $"a time after {now:u}", expires.Seen);
    }
}
