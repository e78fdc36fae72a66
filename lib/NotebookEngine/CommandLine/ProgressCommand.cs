using System.CommandLine;
using System.Text.Json;
using NotebookEngine.Arguments;
using NotebookEngine.Installation;
using NotebookEngine.Learners;
using NotebookEngine.Results;

namespace NotebookEngine.CommandLine;

/// <summary><c>progress</c>: which exercises a learner, or each of a team, has solved, and which is next.</summary>
internal sealed class ProgressCommand(Machine machine, TimeProvider clock, Terminal terminal)
{
    private readonly Option<string?> _team = new("--team")
    {
        Description = "A folder with a progress file for each person, NAME.json: one table of them all.",
    };
    private readonly Option<bool> _json = new("--json") { Description = "Write the progress as JSON, for machines." };
    private readonly Option<string?> _html = new("--html") { Description = "File for the table as a page." };

    internal Command Command
    {
        get
        {
            var command = new Command(
                "progress",
                "Says which exercises are solved, lesson by lesson, and which is next."
            )
            {
                _team,
                _json,
                _html,
            };
            command.Subcommands.Add(new ProgressResetCommand(machine, clock, terminal).Command);
            command.SetAction(
                (parsed, cancellationToken) =>
                    ProgressOutcome.OfAsync(terminal, () => ShowAsync(parsed, cancellationToken))
            );
            return command;
        }
    }

    private async Task<int> ShowAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var page = PageOf(parsed);
        var course = Course.Read(new NotebookSelection(terminal.Folder).All());
        var report = parsed.GetValue(_team) is { } team
            ? TeamFolder.Read(Path.GetFullPath(team, terminal.Folder), course)
            : Own(course);
        await (
            parsed.GetValue(_json)
                ? terminal.Out.WriteLineAsync(
                    JsonSerializer.Serialize(report, ProgressReportJson.Default.ProgressReport)
                )
            : parsed.GetValue(_team) is null ? WriteOwnAsync(report.People[0], course)
            : WriteTeamAsync(report)
        );
        var writer = new ResultWriter("the page", terminal.Error, clock);
        if (page is not null)
        {
            await writer.WriteAsync(page, () => ProgressPage.Of(report), cancellationToken);
            if (writer.HasWrittenAll && !parsed.GetValue(_json))
            {
                await terminal.Out.WriteLineAsync($"page:   {page.Path}");
            }
        }

        return !writer.HasWrittenAll ? ExitCode.Unwritten
            : report.People.Any(person => person.Problem is not null) ? ExitCode.NotDone
            : ExitCode.Done;
    }

    private ResultFile? PageOf(ParseResult parsed)
    {
        if (parsed.GetValue(_html) is not { } html)
        {
            return null;
        }

        var path = Path.GetFullPath(html, terminal.Folder);
        var page = new ResultFile("--html", path, "page of progress", EarlierResult.IsProgressPage);
        ResultPlaces.Check([page], [], []);
        return page;
    }

    private ProgressReport Own(Course course) =>
        new()
        {
            Collection = course.Collection,
            Exercises = course.ExerciseCount,
            People = [PersonProgress.Of("you", course, ProgressReader.Read(ProgressPlace.Of(machine)))],
        };

    private async Task WriteOwnAsync(PersonProgress person, Course course)
    {
        foreach (var line in ProgressText.OfLessons(person))
        {
            await terminal.Out.WriteLineAsync(line);
        }

        await terminal.Out.WriteLineAsync($"solved: {ProgressText.Of(person.Solved, course.ExerciseCount)}");
        await terminal.Out.WriteLineAsync($"next:   {NextOf(person, course)}");
        var file = ProgressPlace.Of(machine);
        await terminal.Out.WriteLineAsync($"file:   {file}{(File.Exists(file) ? "" : " (nothing is recorded yet)")}");
    }

    private string NextOf(PersonProgress person, Course course) =>
        person.Next is { } next
            ? $"cell '{next.Exercise}' of {Relative(course.Lessons.Single(lesson => lesson.Name == next.Lesson).Path)}"
            : "nothing, all are solved";

    private string Relative(string path) => Path.GetRelativePath(terminal.Folder, path).Replace('\\', '/');

    private async Task WriteTeamAsync(ProgressReport team)
    {
        foreach (var line in ProgressText.OfTeam(team))
        {
            await terminal.Out.WriteLineAsync(line);
        }

        var unusable = team.People.Count(person => person.Problem is not null);
        await terminal.Out.WriteLineAsync($"people: {team.People.Count}, files that cannot be used: {unusable}");
    }
}
