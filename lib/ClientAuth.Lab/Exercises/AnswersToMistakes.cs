using ClientAuth.Lab.OwnServer.Mistakes;
using ClientAuth.Lab.OwnServer.Probing;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises;

/// <summary>Lesson 12: what a server answers to three of the frequent mistakes, before they are sent.</summary>
public sealed partial class LessonExercises
{
    private const string Token = "token";
    private const int Audience = 6;
    private const int Encoded = 8;
    private const int Json = 14;

    private static readonly string[] Answers =
    [
        Token,
        OAuthErrors.InvalidRequest,
        OAuthErrors.InvalidClient,
        OAuthErrors.InvalidGrant,
        OAuthErrors.UnauthorizedClient,
        OAuthErrors.UnsupportedGrantType,
        OAuthErrors.InvalidScope,
    ];

    /// <summary>From the number of a mistake to <c>token</c> or an error code.</summary>
    public Exercise<IReadOnlyDictionary<int, string>> AnswersToMistakes
    {
        get
        {
            // Asked once, by the first rule that wants to know.
            var answered = new Lazy<Task<IReadOnlyDictionary<int, string>>>(AskTheLabAsync);
            return new(
                this,
                "Three answers, predicted",
                isUntouched: predicted => predicted.Values.All(answer => answer.Length == 0),
                [
                    new(
                        "There is an answer for 6, 8 and 14: token, or an error code of RFC 6749 §5.2.",
                        $"One of {string.Join(", ", Answers)}.",
                        predicted =>
                            new[] { Audience, Encoded, Json }.All(row =>
                                Answers.Contains(predicted.GetValueOrDefault(row, "").Trim())
                            )
                    ),
                    Agrees(
                        Json,
                        "Mistake 14: what a server cannot read, it cannot judge.",
                        "It reads forms. In this body it finds no client and no grant: whose fault is that, and is it about the client?"
                    ),
                    Agrees(
                        Encoded,
                        "Mistake 8: the server decodes before it compares.",
                        "RFC 6749 §2.3.1 has the client form-encode both parts. What is %61 to a server that decodes?"
                    ),
                    Agrees(
                        Audience,
                        "Mistake 6: an assertion for another audience proves nothing here.",
                        "Key and signature are right. What is the word for a client that has not proved who it is?"
                    ),
                ],
                "that an error code says which part of a request a server gave up at"
            );

            ExerciseRule<IReadOnlyDictionary<int, string>> Agrees(int row, string rule, string hint) =>
                new(rule, hint, async (predicted, _) => predicted[row].Trim() == (await answered.Value)[row]);
        }
    }

    private static async Task<IReadOnlyDictionary<int, string>> AskTheLabAsync()
    {
        await using var lab = await LessonLab.OpenAsync();
        using var server = lab.AsProbed();
        var answers = new Dictionary<int, string>();
        foreach (var mistake in CommonMistakes.Asked.Where(one => one.Row is Audience or Encoded or Json))
        {
            var answer = await server.AskAsync(mistake.ClientOf(server.Clients)!, mistake.Make);
            answers[mistake.Row] = answer is ProbeAnswer.Refused { Error: { } error } ? error : $"{answer}";
        }

        return answers;
    }
}
