namespace ClientAuth.FailureCases.Running;

/// <summary>Judges the answers to one request that was sent once or several times.</summary>
internal static class SeveralAnswers
{
    public static IEnumerable<string> Problems(Expectation expect, IReadOnlyList<JudgedAnswer> answers)
    {
        if (expect.IssuedAmong is not { } count)
        {
            return answers.SelectMany(answer => AnswerJudge.Problems(expect, answer)).Distinct();
        }

        var issued = answers.Where(answer => answer.Response?.Status is 200 or 201).ToList();
        var others = answers.Except(issued).SelectMany(answer => AnswerJudge.Problems(expect, answer));
        return issued.Count == count
            ? others.Distinct()
            : [$"expected {count} of {answers.Count} to be issued a token; saw {issued.Count}", .. others.Distinct()];
    }
}
