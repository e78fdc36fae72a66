using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Dpop;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tokens;

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
        && CheckTyp(jwt, trace)
        && CheckSignature(jwt, trace)
        && CheckIs(Rules.SubjectTokenIss, "iss", issuer, jwt, trace)
        && CheckIs(Rules.SubjectTokenAud, "aud", issuer, jwt, trace)
        && CheckIs(Rules.SubjectTokenSub, "sub", client.ClientId, jwt, trace)
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
        return trace.Check(Rules.SubjectTokenType, type == TokenTypes.Jwt, TokenTypes.Jwt, Quote.Text(type));
    }

    private static DecodedJwt? Read(FormRequest request, CheckTrace trace)
    {
        var isJwt = DecodedJwt.TryParse(request.Form[TokenParameters.SubjectToken] ?? "", out var jwt, out var problem);
        trace.Check(Rules.SubjectTokenFormat, isJwt, "one JWS in compact serialization", problem ?? Quote.Jws(jwt!));
        return jwt;
    }

    private static bool CheckTyp(DecodedJwt jwt, CheckTrace trace) =>
        trace.Check(
            Rules.SubjectTokenTyp,
            string.Equals(
                MediaType.WithoutPrefix(jwt.HeaderString("typ")),
                JwtTypes.ClientAttestationToken,
                StringComparison.OrdinalIgnoreCase
            ),
            JwtTypes.ClientAttestationToken,
            Quote.Member(jwt.Header, "typ")
        );

    private bool CheckSignature(DecodedJwt jwt, CheckTrace trace)
    {
        var holds = jwt.HeaderString("alg") == SignatureAlgorithms.ES256 && key.Verifies(jwt);
        return trace.Check(
            Rules.SubjectTokenSignature,
            holds,
            "a signature by ES256 with the server's key",
            $"alg {Quote.Member(jwt.Header, "alg")}, {Quote.Bytes(jwt.Signature.Span)}"
                + (holds ? ", verified with the server's key" : " that the server's key did not make")
        );
    }

    private static bool CheckIs(Rule rule, string claim, string expected, DecodedJwt jwt, CheckTrace trace) =>
        trace.Check(rule, jwt.ClaimString(claim) == expected, Quote.Text(expected), Quote.Member(jwt.Payload, claim));

    // No skew: it is the same clock that issued the token.
    private bool CheckExp(DecodedJwt jwt, CheckTrace trace)
    {
        var now = clock.GetUtcNow();
        var expires = TimeClaim.Read(jwt, "exp");
        return trace.Check(Rules.SubjectTokenExp, expires.Time > now, $"a time after {now:u}", expires.Seen);
    }
}
