using System.CommandLine;
using NotebookEngine.Arguments;
using NotebookEngine.Installation;
using NotebookEngine.Learners;

namespace NotebookEngine.CommandLine;

/// <summary><c>progress reset</c>: takes a lesson, an exercise or everything out of the learner's progress.</summary>
internal sealed class ProgressResetCommand(Machine machine, TimeProvider clock, Terminal terminal)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Argument<string?> _name = new("name")
    {
        Description = "A lesson or one of its exercises: 03, 03-topic, 03-topic/exercise-2.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<bool> _all = new("--all")
    {
        Description = "Begin anew: the file is kept under another name, whatever is in it.",
    };

    internal Command Command
    {
        get
        {
            var command = new Command("reset", "Forgets that exercises were solved.") { _name, _all };
            command.Validators.Add(result =>
            {
                if (result.GetValue(_name) is null != result.GetValue(_all))
                {
                    result.AddError("name a lesson or an exercise to reset, or give --all: one of the two");
                }
            });
            command.SetAction(
                (parsed, cancellationToken) =>
                    ProgressOutcome.OfAsync(terminal, () => ResetAsync(parsed.GetValue(_name), cancellationToken))
            );
            return command;
        }
    }

    private async Task<int> ResetAsync(string? name, CancellationToken cancellationToken)
    {
        var reset = new ProgressReset(ProgressPlace.Of(machine), clock, Patience);
        await (name is null ? ResetAllAsync(reset, cancellationToken) : ResetOneAsync(reset, name, cancellationToken));
        return ExitCode.Done;
    }

    private async Task ResetAllAsync(ProgressReset reset, CancellationToken cancellationToken) =>
        await terminal.Out.WriteLineAsync(
            await reset.SetAsideAsync(cancellationToken) is { } kept
                ? $"reset: everything; the old file is kept as {kept}"
                : "reset: nothing, nothing is recorded yet"
        );

    private async Task ResetOneAsync(ProgressReset reset, string name, CancellationToken cancellationToken)
    {
        var course = Course.Read(new NotebookSelection(terminal.Folder).All());
        var removed = await reset.RemoveAsync(ExerciseName.Meaning(name, course), cancellationToken);
        if (removed is [])
        {
            await terminal.Out.WriteLineAsync($"reset: nothing, nothing of '{name}' is recorded as solved");
        }

        foreach (var exercise in removed)
        {
            await terminal.Out.WriteLineAsync($"reset: {exercise.Lesson}/{exercise.Exercise}");
        }
    }
}
