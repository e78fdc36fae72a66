using System.Diagnostics;

namespace Lessons.Tests.Environments;

/// <summary>What a program finds when it starts: its variables, and what a shell or the system has set up around it.</summary>
internal sealed record Surroundings
{
    /// <summary>Beside those of this process; null takes one away.</summary>
    public IReadOnlyList<(string Name, string? Value)> Variables { get; init; } = [];

    /// <summary>Commands of <c>sh</c> before the program takes its place, such as <c>umask 077</c>.</summary>
    public string Shell { get; init; } = "";

    /// <summary>A program that runs the shell, such as <c>unshare</c>; it takes the shell's command line as its own last arguments.</summary>
    public IReadOnlyList<string> Around { get; init; } = [];

    /// <summary>Whether standard input is closed, as a service manager may start a program.</summary>
    public bool InputIsClosed { get; init; }

    /// <summary>Namespaces of its own, with root's rights in them. An account that is not root has to be root in a namespace of users.</summary>
    public static IReadOnlyList<string> OwnNamespace(string kind) =>
        ["unshare", kind, .. Environment.IsPrivilegedProcess ? Array.Empty<string>() : ["--user", "--map-root-user"]];

    /// <summary>Ends the test where this system, or this account, cannot set them up: skipped, or failed where everything is promised.</summary>
    public async Task RequireAsync()
    {
        if (!NeedsShell)
        {
            return;
        }

        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such surroundings: they need a POSIX shell.");
        foreach (var program in Around.Take(1).Where(program => !RequiredTools.IsThere(program)))
        {
            RequiredTools.Missing($"{program} is not installed here; Debian has it in util-linux.");
        }

        var attempt = await ChildProcess.RunAsync(Of("true", [], Path.GetTempPath()));
        if (attempt.ExitCode != 0)
        {
            RequiredTools.Missing(
                $"This account cannot set that up here ({string.Join(' ', Around)}; {Shell}): {attempt.Errors}"
            );
        }
    }

    /// <summary>How a program is started in them.</summary>
    public ProcessStartInfo Of(string program, IEnumerable<string> arguments, string folder)
    {
        var line = NeedsShell
            ?
            [
                .. Around,
                "sh",
                "-c",
                $"set -e\n{Shell}\nexec \"$@\" {(InputIsClosed ? "<&-" : "")}",
                "sh",
                program,
                .. arguments,
            ]
            : (List<string>)[program, .. arguments];
        var start = new ProcessStartInfo(line[0], line.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var (name, value) in Variables)
        {
            start.Environment.Remove(name);
            if (value is not null)
            {
                start.Environment[name] = value;
            }
        }

        return start;
    }

    private bool NeedsShell => Around is not [] || Shell.Length > 0 || InputIsClosed;
}
