using ClientAuth.Client;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Exercises.Refusals;

/// <summary>What the rules of FailingCheckExercise find in the name that a learner gives for the failed check.</summary>
internal static class FailingCheckFindings
{
    public const string IsErrorCode =
        "That is the error code, which the client gets to see. The name of the check is only in the trace.";

    public const string IsQuoted =
        "Write the name alone: the quotes are those of C#, and the text needs none of its own.";

    public static RuleFinding HasTwoParts(string answer) =>
        answer.Split('.') is [{ Length: > 0 }, { Length: > 0 }]
            ? RuleFinding.Kept
            : RuleFinding.Broken(
                "two parts and one full stop",
                answer,
                answer.Trim().StartsWith("invalid_", StringComparison.OrdinalIgnoreCase) ? IsErrorCode : null
            );

    public static RuleFinding IsIn(DecisionTrace trace, string answer) =>
        Find(trace, answer) is not null
            ? RuleFinding.Kept
            : RuleFinding.Broken(
                $"one of {string.Join(", ", trace.Decisions.Select(one => one.Check).Order(StringComparer.Ordinal))}",
                answer,
                Find(trace, Prediction.Unquoted(answer.Trim())) is null ? null : IsQuoted
            );

    public static RuleFinding DidNotPass(DecisionTrace trace, string answer) =>
        Find(trace, answer) == trace.Failure
            ? RuleFinding.Kept
            : RuleFinding.Broken("a check that refused the request", $"{answer.Trim()} passed");

    private static Decision? Find(DecisionTrace trace, string answer) =>
        trace.Decisions.FirstOrDefault(one => one.Check.Equals(answer.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The trace of a client that asks for more than it may have, with the checks of the trace that the lesson shows.</summary>
    public static async Task<DecisionTrace> RefusedAsync()
    {
        await using var lab = await Testbed.StartAsync(
            new ClientMetadata
            {
                ClientId = "greedy",
                Scope = "read write",
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
                TokenEndpointAuthSigningAlg = SignatureAlgorithms.ES256,
            }
        );
        var method = new ClientAuthenticationMethodConfiguration.SignedJwt.Asymmetric(
            lab.Client("greedy").PrivateKey!,
            SignatureAlgorithms.ES256
        );
        await lab.TokenClient("greedy", method).RequestTokenAsync("read write admin");
        return lab.LastExchange.Trace;
    }
}
