using System.ComponentModel;

namespace NotebookEngine.Installation.Checks;

/// <summary>The .NET SDK that a folder's <c>global.json</c> asks for is there.</summary>
internal sealed class SdkCheck(string dotnet, string folder) : ICheck
{
    private const string Subject = "SDK";
    private const string Remedy =
        "install the .NET SDK that global.json asks for, from https://dotnet.microsoft.com/download";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var version = await ChildProgram.RunAsync(dotnet, ["--version"], folder, cancellationToken);
            return
            [
                version is { ExitCode: 0, Lines: [var number, ..] }
                    ? Finding.Ok(Subject, $"{number} ({dotnet}), as global.json allows")
                    : Finding.Problem(Subject, $"{dotnet}: {WhatIsMissing(version.Lines)}", Remedy),
            ];
        }
        catch (Win32Exception problem)
        {
            return [Finding.Problem(Subject, $"{dotnet} does not start: {problem.Message}", Remedy)];
        }
    }

    // Before that, dotnet supposes that its command was misspelled.
    private static string WhatIsMissing(IReadOnlyList<string> lines)
    {
        List<string> asked =
        [
            .. lines.SkipWhile(line => !line.StartsWith("Requested SDK version", StringComparison.Ordinal)),
        ];
        return string.Join("; ", (asked is [] ? lines : asked).Take(2).Select(line => line.Trim()));
    }
}
