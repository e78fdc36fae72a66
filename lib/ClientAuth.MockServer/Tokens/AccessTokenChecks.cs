using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tokens;

/// <summary>Verifies an access token of this server as a resource does (RFC 9068 §4). What it is bound to is checked by whoever accepts it.</summary>
internal sealed class AccessTokenChecks(
    ServerKey key,
    string issuer,
    RegisteredClients clients,
    IssuedTokens issued,
    TimeProvider clock
)
{
    private const string TokenType = "at+jwt";

    /// <summary>What the token says, or null where a check failed.</summary>
    public AccessToken? Check(string compact, CheckTrace trace)
    {
        var isJwt = DecodedJwt.TryParse(compact, out var jwt, out var problem);
        return
            trace.Check(Rules.TokenFormat, isJwt, "one JWS in compact serialization", problem ?? Quote.Jws(jwt!))
            && jwt is not null
            && CheckType(jwt, trace)
            && CheckSignature(jwt, trace)
            && CheckIs(Rules.TokenIssuer, "iss", jwt, trace)
            && CheckIs(Rules.TokenAudience, "aud", jwt, trace)
            && CheckLifetime(jwt, trace)
            && CheckConfirmation(jwt, trace)
            && CheckClient(jwt, trace)
            && CheckLive(jwt, trace)
            ? Read(jwt)
            : null;
    }

    // The server signs other things with the same key; only this type is an access token (RFC 9068 §4, RFC 8725 §3.11).
    private static bool CheckType(DecodedJwt jwt, CheckTrace trace) =>
        trace.Check(
            Rules.TokenType,
            jwt.HeaderString("typ") is { } type && (Is(type, TokenType) || Is(type, "application/" + TokenType)),
            TokenType,
            Quote.Member(jwt.Header, "typ")
        );

    private bool CheckSignature(DecodedJwt jwt, CheckTrace trace)
    {
        var holds = jwt.HeaderString("alg") == SignatureAlgorithms.ES256 && key.Verifies(jwt);
        return trace.Check(
            Rules.TokenSignature,
            holds,
            "a signature by ES256 with the server's key",
            $"alg {Quote.Member(jwt.Header, "alg")}, {Quote.Bytes(jwt.Signature.Span)}"
                + (holds ? ", verified with the server's key" : " that the server's key did not make")
        );
    }

    // The issuer is also the audience: the one resource there is belongs to the server itself.
    private bool CheckIs(Rule rule, string claim, DecodedJwt jwt, CheckTrace trace) =>
        trace.Check(rule, jwt.ClaimString(claim) == issuer, Quote.Text(issuer), Quote.Member(jwt.Payload, claim));

    // No skew: it is the same clock that issued the token.
    private bool CheckLifetime(DecodedJwt jwt, CheckTrace trace)
    {
        var now = clock.GetUtcNow();
        var expires = Time(jwt, "exp");
        var isStarted = !jwt.Payload.TryGetProperty("nbf", out _) || Time(jwt, "nbf") <= now;
        return trace.Check(
            Rules.TokenLifetime,
            expires > now && isStarted,
            $"exp after {now:u}, and no nbf after that time",
            $"exp {(expires is { } time ? $"{time:u}" : Quote.Member(jwt.Payload, "exp"))}"
                + (isStarted ? "" : $", nbf {Quote.Member(jwt.Payload, "nbf")}")
        );
    }

    private static bool CheckConfirmation(DecodedJwt jwt, CheckTrace trace) =>
        trace.Check(
            Rules.TokenConfirmation,
            TokenBinding.Read(jwt.Payload) is not null,
            "no cnf, or one with x5t#S256 or jkt",
            Quote.Member(jwt.Payload, "cnf")
        );

    // A client that was taken out or switched off takes its tokens with it (RFC 7592 §2.3).
    private bool CheckClient(DecodedJwt jwt, CheckTrace trace) =>
        trace.Check(
            Rules.TokenClient,
            jwt.ClaimString("client_id") is { } client && clients.Get(client) is { IsDisabled: false },
            "a registered client that is not disabled",
            Quote.Member(jwt.Payload, "client_id")
        );

    private bool CheckLive(DecodedJwt jwt, CheckTrace trace)
    {
        var jti = jwt.ClaimString("jti");
        var isLive = jti is not null && issued.IsLive(jti);
        return trace.Check(
            Rules.TokenLive,
            isLive,
            "a token that was neither revoked nor spent",
            jti is null ? "a token without jti" : $"jti {Quote.Text(jti)}, {(isLive ? "live" : "revoked or spent")}"
        );
    }

    // With a check switched off, a claim may be missing here.
    private AccessToken Read(DecodedJwt jwt) =>
        new(
            jwt.ClaimString("jti") ?? "",
            jwt.ClaimString("client_id") ?? "",
            jwt.ClaimString("scope")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
            Time(jwt, "exp") ?? clock.GetUtcNow(),
            TokenBinding.Read(jwt.Payload) ?? TokenBinding.Nothing
        )
        {
            Subject = jwt.ClaimString("sub"),
            IssuedAt = Time(jwt, "iat"),
        };

    private static bool Is(string type, string expected) => type.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static DateTimeOffset? Time(DecodedJwt jwt, string claim) =>
        jwt.Payload.TryGetProperty(claim, out var value) && NumericDate.TryRead(value, out var time) ? time : null;
}
