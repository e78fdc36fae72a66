using ClientAuth.Protocol;

namespace ClientAuth.Client;

/// <summary>Reads what every endpoint says no with (RFC 6749 §5.2), and names an answer that is neither a yes nor a no.</summary>
internal static class RefusalAnswer
{
    /// <param name="answer">No success.</param>
    /// <param name="endpoint">Who answers so, for example <c>a token endpoint</c>.</param>
    /// <param name="success">What it answers otherwise.</param>
    /// <exception cref="AuthorizationServerException">It is no refusal.</exception>
    public static ErrorResponse Read(ServerAnswer answer, string endpoint, string success)
    {
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
                : error;
        }

        throw answer.Status switch
        {
            >= 300 and <= 399 => answer.Unusable(
                $"and points to {answer.Location ?? "nowhere"}; a credential is not sent after a redirect"
            ),
            >= 500 => answer.Unusable("and has failed; the request itself may have been right"),
            _ => answer.Unusable($"where {endpoint} answers {success} or a refusal"),
        };
    }

    // %x20-21, %x23-5B and %x5D-7E: nothing that a terminal or a log would act on.
    private static bool IsPlain(string? text) =>
        text is null || text.All(c => c is >= ' ' and <= '~' and not ('"' or '\\'));
}
