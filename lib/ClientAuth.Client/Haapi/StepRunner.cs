using ClientAuth.Client.Dpop;
using ClientAuth.Client.TokenRequests;
using ClientAuth.Protocol;

namespace ClientAuth.Client.Haapi;

/// <summary>Runs one step on the way to a token, and turns each failure into a <see cref="HaapiException"/> that names the step.</summary>
internal static class StepRunner
{
    /// <summary>Runs the step.</summary>
    /// <exception cref="HaapiException">The server was not reached, not trusted, or not understood.</exception>
    public static async Task<T> RunAsync<T>(HaapiStep step, Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (AuthorizationServerException error)
        {
            throw new HaapiException(step, error.Message, error) { RetryAfter = error.RetryAfter };
        }
    }

    /// <summary>Requests a token, and rejects one that is not bound to a key.</summary>
    /// <exception cref="HaapiException">The server was not reached, not trusted or not understood, or issued another kind of token.</exception>
    public static async Task<TokenOutcome> RequestAsync(HaapiStep step, Func<Task<TokenOutcome>> act)
    {
        var outcome = await RunAsync(step, act);
        return
            outcome is TokenOutcome.Issued { Response.TokenType: var type }
            && !type.Equals(ProofHeaders.Dpop, StringComparison.OrdinalIgnoreCase)
            ? throw new HaapiException(
                step,
                $"the server issued a token of type {type}, and not one that is bound to the device's key; the token is not used. Check that the server supports DPoP (RFC 9449 §5)."
            )
            : outcome;
    }

    /// <summary>The exception for a refusal.</summary>
    /// <param name="step">Where it happened.</param>
    /// <param name="who">The client that was refused.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="error">What the server said.</param>
    /// <param name="advice">What to do about it, unless waiting helps.</param>
    /// <param name="retryAfter">When the server wants to be asked again.</param>
    /// <param name="whyNotAttested">Where the refusal is what the fallback is for.</param>
    public static HaapiException Refused(
        HaapiStep step,
        string who,
        int status,
        ErrorResponse error,
        string advice,
        TimeSpan? retryAfter = null,
        string? whyNotAttested = null
    )
    {
        var description = error.ErrorDescription is { } text ? $" ({text})" : "";
        var what = $"the server refused '{who}' with {status} {error.Error}{description}.";
        var todo =
            status != 429 ? advice
            : retryAfter is { } wait ? $"Ask again after {wait.TotalSeconds:0} s."
            : "Ask again later.";
        return new HaapiException(step, $"{what} {todo}")
        {
            Error = error.Error,
            RetryAfter = retryAfter,
            WhyNotAttested = whyNotAttested,
        };
    }

    /// <summary>The token of an outcome.</summary>
    /// <param name="step">Where it was asked for.</param>
    /// <param name="who">The client that asked.</param>
    /// <param name="outcome">How that ended.</param>
    /// <param name="asked">When it was asked for; the lifetime is counted from here, so that a slow response never makes it longer.</param>
    /// <param name="key">What the token is bound to.</param>
    /// <param name="advice">What to do about a refusal with this error code.</param>
    /// <exception cref="HaapiException">The server refused.</exception>
    public static BoundAccessToken Token(
        HaapiStep step,
        string who,
        TokenOutcome outcome,
        DateTimeOffset asked,
        DpopKey key,
        Func<string, string> advice
    ) =>
        outcome switch
        {
            TokenOutcome.Issued { Response: var token } => new BoundAccessToken(
                token.AccessToken,
                token.Scope,
                asked,
                TokenLifetime.Of(token.ExpiresIn ?? 0),
                key.Thumbprint
            ),
            TokenOutcome.Refused refused => throw Refused(
                step,
                who,
                refused.Status,
                refused.Error,
                advice(refused.Error.Error),
                refused.RetryAfter
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
