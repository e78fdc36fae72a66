using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Registrations;
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
    /// <summary>What the token says, or null where a check failed.</summary>
    /// <remarks>
    /// The server signs other things with the same key; only this type is an access token (RFC 9068 §4, RFC 8725 §3.11). The issuer
    /// is also the audience: the one resource there is belongs to the server itself.
    /// </remarks>
    public ValueTask<AccessToken?> CheckAsync(string compact, CheckTrace trace) =>
        CheckAsync(compact, trace, mayBeExpired: false);

    /// <summary>What the token says, even where its time is over: for whoever takes it back for good. Leaves no line.</summary>
    public ValueTask<AccessToken?> ReadExpiredAsync(string compact) =>
        CheckAsync(compact, new CheckTrace(), mayBeExpired: true);

    private async ValueTask<AccessToken?> CheckAsync(string compact, CheckTrace trace, bool mayBeExpired) =>
        JwsChecks.Read(compact, Rules.TokenFormat, trace) is { } jwt
        && JwsChecks.CheckTyp(jwt, JwtTypes.AccessToken, Rules.TokenType, trace)
        && key.CheckSignature(jwt, Rules.TokenSignature, trace)
        && ClaimChecks.CheckIs(jwt, "iss", issuer, Rules.TokenIssuer, trace)
        && ClaimChecks.CheckIs(jwt, "aud", issuer, Rules.TokenAudience, trace)
        && (mayBeExpired || CheckLifetime(jwt, trace))
        && CheckConfirmation(jwt, trace)
        && CheckClient(jwt, trace)
        && await CheckLiveAsync(jwt, trace)
            ? Read(jwt)
            : null;

    // No skew: a node of this issuer gave the token, and their clocks may differ by seconds only.
    private bool CheckLifetime(DecodedJwt jwt, CheckTrace trace)
    {
        var now = clock.GetUtcNow();
        var expires = TimeClaim.TimeOf(jwt, "exp");
        var isStarted = !jwt.Payload.TryGetProperty("nbf", out _) || TimeClaim.TimeOf(jwt, "nbf") <= now;
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

    private async ValueTask<bool> CheckLiveAsync(DecodedJwt jwt, CheckTrace trace)
    {
        var jti = jwt.ClaimString("jti");
        var isLive =
            jti is not null && await issued.IsLiveAsync(jti, TimeClaim.TimeOf(jwt, "exp") ?? clock.GetUtcNow());
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
            TimeClaim.TimeOf(jwt, "exp") ?? clock.GetUtcNow(),
            TokenBinding.Read(jwt.Payload) ?? TokenBinding.Nothing
        )
        {
            Subject = jwt.ClaimString("sub"),
            IssuedAt = TimeClaim.TimeOf(jwt, "iat"),
        };
}
