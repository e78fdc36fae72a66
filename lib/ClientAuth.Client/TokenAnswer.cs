using ClientAuth.Protocol;

namespace ClientAuth.Client;

/// <summary>Makes sense of a token endpoint's answer (RFC 6749 §5), apart from sending.</summary>
internal static class TokenAnswer
{
    public static TokenOutcome Interpret(ServerAnswer answer) =>
        answer.Status == 200
            ? new TokenOutcome.Issued(Token(answer)) { DpopNonce = answer.DpopNonce }
            : new TokenOutcome.Refused(answer.Status, RefusalAnswer.Read(answer, "a token endpoint", "200"))
            {
                RetryAfter = answer.RetryAfter,
                DpopNonce = answer.DpopNonce,
            };

    private static TokenResponse Token(ServerAnswer answer)
    {
        var token = answer.Read(ProtocolJson.Default.TokenResponse, "a token response (RFC 6749 §5.1)");
        return token switch
        {
            { AccessToken.Length: 0 } or { TokenType.Length: 0 } => throw answer.Unusable(
                "with an empty access_token or token_type"
            ),
            { ExpiresIn: < 0 } => throw answer.Unusable("with a negative expires_in"),
            _ => token,
        };
    }
}
