using ClientAuth.Visuals.Attestation;

namespace ClientAuth.Lab.Exercises.Attestation;

/// <summary>What the rules of lesson 14's first exercise find in a verdict.</summary>
internal static partial class AttestationVerdictExercise
{
    private static ExerciseRule<Func<AndroidKeyDescription, string, string>> Says(
        string verdict,
        string rule,
        string hint,
        AndroidKeyDescription statement,
        IReadOnlyList<WrongAnswer<Func<AndroidKeyDescription, string, string>>> wrongAnswers
    ) =>
        new(
            rule,
            hint,
            answer =>
                Verdict(answer, statement) is var said && said == verdict
                    ? RuleFinding.Kept
                    : RuleFinding.Broken(verdict == "accept" ? "accept" : "a refusal, for this reason", $"\"{said}\"")
        )
        {
            WrongAnswers = wrongAnswers,
        };

    // The server gives another challenge each time.
    private static string Verdict(Func<AndroidKeyDescription, string, string> answer, AndroidKeyDescription statement)
    {
        var challenge = $"{Guid.NewGuid()}";
        return answer(statement with { AttestationChallenge = challenge }, challenge);
    }
}
