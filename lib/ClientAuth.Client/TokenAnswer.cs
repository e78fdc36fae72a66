using ClientAuth.Protocol;

namespace ClientAuth.Client;

/// <summary>Makes sense of a token endpoint's answer (RFC 6749 §5), apart from sending.</summary>
internal static class TokenAnswer
{
    public static TokenOutcome Interpret(ServerAnswer answer)
    {
        if (answer.Status == 200)
        {
            var token = answer.Read(ProtocolJson.Default.TokenResponse, "a token response (RFC 6749 §5.1)");
            return token switch
            {
                { AccessToken.Length: 0 } or { TokenType.Length: 0 } => throw answer.Unusable(
                    "with an empty access_token or token_type"
                ),
                { ExpiresIn: < 0 } => throw answer.Unusable("with a negative expires_in"),
                _ => new TokenOutcome.Issued(token),
            };
        }

        // Such an answer is rather a gateway's than the endpoint's, and what it says beside the status is nobody's standard.
        if (answer.Status == 429 && !answer.IsJson)
        {
            throw answer.Unusable("since there were too many requests");
        }

        if (answer.IsRefusal)
        {
            var error = answer.Read(ProtocolJson.Default.ErrorResponse, "an error response (RFC 6749 §5.2)");
            return error.Error.Length == 0 ? throw answer.Unusable("with an empty error code")
                : !IsPlain(error.Error) || !IsPlain(error.ErrorDescription)
                    ? throw answer.Unusable("with characters in its error that RFC 6749 §5.2 does not allow")
                : new TokenOutcome.Refused(answer.Status, error) { RetryAfter = answer.RetryAfter };
        }

        throw answer.Status switch
        {
            >= 300 and <= 399 => answer.Unusable(
                $"and points to {answer.Location ?? "nowhere"}; a credential is not sent after a redirect"
            ),
            >= 500 => answer.Unusable("and has failed; the request itself may have been right"),
            _ => answer.Unusable("where a token endpoint answers 200 or a refusal"),
        };
    }

    // %x20-21, %x23-5B and %x5D-7E: nothing that a terminal or a log would act on.
    private static bool IsPlain(string? text) =>
        text is null || text.All(c => c is >= ' ' and <= '~' and not ('"' or '\\'));
}
