using ClientAuth.Client;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises;

/// <summary>Lesson 00: reading a decision trace.</summary>
public sealed partial class LessonExercises
{
    public Exercise<string> FailingCheck =>
        new(
            this,
            "The failing check",
            isUntouched: answer => answer.Length == 0,
            [
                new(
                    "A check has a name of two parts, joined by a full stop.",
                    "What the wire says is an error code. The trace has one line for each check; its name is in the second column.",
                    answer => answer.Split('.') is [{ Length: > 0 }, { Length: > 0 }]
                ),
                new(
                    "The check did not pass.",
                    "Look for the one line whose verdict is not 'passed'; it is the last.",
                    async (answer, cancellationToken) =>
                        answer
                            .Trim()
                            .Equals(await RefusedAtAsync(cancellationToken), StringComparison.OrdinalIgnoreCase)
                ),
            ],
            "that the reason is on the server, where the wire is silent"
        );

    private static async Task<string?> RefusedAtAsync(CancellationToken cancellationToken)
    {
        await using var lab = await LessonLab.OpenAsync(
            new ClientMetadata { ClientId = "greedy", Scope = "read write" }
        );
        var method = new ClientAuthenticationMethodConfiguration.Secret(lab.Client("greedy").Secret!);
        await lab.TokenClient("greedy", method).RequestTokenAsync("read write admin", cancellationToken);
        return lab.LastExchange.Trace.Failure?.Check;
    }
}
