using System.CommandLine;
using System.Text.RegularExpressions;
using NotebookEngine.Arguments;

namespace NotebookEngine.CommandLine;

/// <summary><c>new</c>: makes a notebook from the template, for an author to fill.</summary>
internal sealed partial class NewCommand(Terminal terminal)
{
    private readonly Argument<string> _name = new("name") { Description = "A free number and a topic: 17-topic." };
    private readonly Option<string?> _title = new("--title") { Description = "In words; else what the topic says." };

    internal Command Command
    {
        get
        {
            var command = new Command("new", "Writes a new notebook, and its solutions, from notebooks/template.")
            {
                _name,
                _title,
            };
            command.Validators.Add(result =>
            {
                if (!Name.IsMatch(result.GetValue(_name) ?? ""))
                {
                    result.AddError(
                        "a notebook is named by two digits, a hyphen and its topic in small letters, digits and hyphens: 17-topic"
                    );
                }

                if (result.GetValue(_title) is { } title && (title.Trim() is "" || title.Any(char.IsControl)))
                {
                    result.AddError("--title: write some words, on one line");
                }
            });
            command.SetAction((parsed, _) => WriteAsync(parsed.GetValue(_name)!, parsed.GetValue(_title)));
            return command;
        }
    }

    private async Task<int> WriteAsync(string name, string? title)
    {
        try
        {
            var template = new NotebookTemplate(new NotebookSelection(terminal.Folder).Folder());
            foreach (var file in template.Create(name, title?.Trim() ?? TitleOf(name)))
            {
                await terminal.Out.WriteLineAsync($"written: {Path.GetRelativePath(terminal.Folder, file)}");
            }

            return ExitCode.Done;
        }
        catch (UsageException problem)
        {
            await terminal.Error.WriteLineAsync(problem.Message);
            return ExitCode.Usage;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync($"the notebook cannot be written: {problem.Message}");
            return ExitCode.Unwritten;
        }
    }

    private static string TitleOf(string name)
    {
        var topic = name[3..].Replace('-', ' ');
        return char.ToUpperInvariant(topic[0]) + topic[1..];
    }

    [GeneratedRegex(@"\A[0-9]{2}(-[a-z0-9]+)+\z")]
    private static partial Regex Name { get; }
}
