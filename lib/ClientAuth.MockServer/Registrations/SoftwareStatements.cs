using System.Text.Json.Nodes;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>Verifies software statements, whose claims then stand in place of what the client says itself (RFC 7591 §2.3).</summary>
/// <param name="issuers">Whose statements are believed.</param>
/// <param name="clock">The server's.</param>
/// <param name="mostKeys">How many keys one statement is verified with.</param>
internal sealed class SoftwareStatements(
    IReadOnlyList<SoftwareStatementIssuer> issuers,
    TimeProvider clock,
    int mostKeys
)
{
    // They are about the statement and not about the client.
    private static readonly string[] ClaimsOfTheJwt = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti"];

    /// <summary>The draft with the statement's claims, as it is where there is no statement, or null where a check failed.</summary>
    public RegistrationDraft? Apply(RegistrationDraft draft, CheckTrace trace)
    {
        if (!draft.Members.ContainsKey(MemberNames.SoftwareStatement))
        {
            return draft;
        }

        var isJwt = DecodedJwt.TryParse(draft.Text(MemberNames.SoftwareStatement) ?? "", out var jwt, out var problem);
        var isCritical = jwt?.Header.TryGetProperty("crit", out _) is true;
        return
            trace.Check(
                Rules.StatementFormat,
                isJwt && !isCritical,
                "one JWS in compact serialization, without crit",
                problem ?? Quote.Jws(jwt!) + (isCritical ? ", with crit" : "")
            )
            && jwt is not null
            && CheckIssuer(jwt, trace, out var issuer)
            && StatementSignature.Check(jwt, issuer, mostKeys, trace)
            && CheckLifetime(jwt, trace)
            && CheckApproved(jwt, issuer, trace)
            ? draft with
            {
                Members = Overridden(draft.Members, jwt),
                IsVouchedFor = true,
            }
            : null;
    }

    private bool CheckIssuer(DecodedJwt jwt, CheckTrace trace, out SoftwareStatementIssuer? issuer)
    {
        var name = jwt.ClaimString("iss");
        issuer = issuers.FirstOrDefault(issuer => issuer.Issuer == name);
        return trace.Check(
            Rules.StatementIssuer,
            issuer is not null,
            $"one of {issuers.Count} issuers that the server trusts",
            Quote.Member(jwt.Payload, "iss")
        );
    }

    // A statement need not expire; one that does is no longer good then.
    private bool CheckLifetime(DecodedJwt jwt, CheckTrace trace)
    {
        var now = clock.GetUtcNow();
        return trace.Check(
            Rules.StatementLifetime,
            Holds("exp", exp => exp > now) && Holds("nbf", nbf => nbf <= now),
            $"no exp, or one after {now:u}; no nbf, or one before",
            $"exp {Quote.Member(jwt.Payload, "exp")}, nbf {Quote.Member(jwt.Payload, "nbf")}"
        );

        bool Holds(string claim, Func<DateTimeOffset, bool> condition) =>
            !jwt.Payload.TryGetProperty(claim, out _) || (TimeClaim.TimeOf(jwt, claim) is { } time && condition(time));
    }

    private static bool CheckApproved(DecodedJwt jwt, SoftwareStatementIssuer? issuer, CheckTrace trace) =>
        trace.Check(
            Rules.StatementApproved,
            jwt.ClaimString(MemberNames.SoftwareId) is { } id && issuer?.ApprovedSoftwareIds.Contains(id) is true,
            "a software_id that is approved for this issuer",
            Quote.Member(jwt.Payload, MemberNames.SoftwareId)
        );

    private static JsonObject Overridden(JsonObject members, DecodedJwt jwt)
    {
        var overridden = (JsonObject)members.DeepClone();
        foreach (var claim in jwt.Payload.EnumerateObject().Where(claim => !ClaimsOfTheJwt.Contains(claim.Name)))
        {
            // The statement itself is registered as it was sent (RFC 7591 §3.2.1).
            if (claim.Name != MemberNames.SoftwareStatement)
            {
                overridden[claim.Name] = JsonNode.Parse(claim.Value.GetRawText());
            }
        }

        return overridden;
    }
}
