using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Exercises.Refusals;

/// <summary>Lesson 00: reading a decision trace.</summary>
internal static class FailingCheckExercise
{
    /// <summary>The name of the check that refused the request.</summary>
    public static Exercise<string> Create(ExerciseContext context)
    {
        var refused = new Lazy<Task<DecisionTrace>>(FailingCheckFindings.RefusedAsync);
        return new(
            context,
            "The failing check",
            isUntouched: answer => answer.Length == 0,
            [
                new(
                    "A check has a name of two parts, joined by a full stop.",
                    "The name of a check is in the second column of the trace, which has one line for each check.",
                    FailingCheckFindings.HasTwoParts
                )
                {
                    MoreHints = ["The first part is the name of a group: request, assertion, client, grant or scope."],
                    WrongAnswers =
                    [
                        new("the error code of the wire", "invalid_scope") { Hint = FailingCheckFindings.IsErrorCode },
                        new("the group alone", "scope"),
                    ],
                },
                new(
                    "The trace has a check of that name.",
                    "Copy the name from the trace. A group that is folded into one line opens with a click.",
                    async (answer, _) => FailingCheckFindings.IsIn(await refused.Value, answer)
                )
                {
                    WrongAnswers =
                    [
                        new("a name that no check has", "scope.known"),
                        new("the name in quotes", "'scope.allowed'") { Hint = FailingCheckFindings.IsQuoted },
                    ],
                },
                new(
                    "The check that you name is the one that failed.",
                    "Look for the one line whose verdict is not 'passed'.",
                    async (answer, _) => FailingCheckFindings.DidNotPass(await refused.Value, answer)
                )
                {
                    MoreHints = ["A server stops at the first check that fails, so it is the last line of the trace."],
                    WrongAnswers =
                    [
                        new("the check before it", "grant.allowed"),
                        new("a check at the beginning", "client.known"),
                        new("a check of the assertion", "assertion.aud"),
                    ],
                },
            ],
            "that the server's trace names the reason, which the response leaves out"
        );
    }
}
