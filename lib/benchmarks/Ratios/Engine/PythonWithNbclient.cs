using System.ComponentModel;
using System.Diagnostics;
using Ratios.Results;

namespace Ratios.Engine;

/// <summary>A Python that has nbclient: the one on the path, which may be that of an environment, or the system's own.</summary>
internal static class PythonWithNbclient
{
    private static readonly string[] Candidates = ["python3", "/usr/bin/python3"];

    /// <returns>The program, as it is started.</returns>
    /// <exception cref="MissingHereException">No Python here has nbclient.</exception>
    public static string Find() =>
        Candidates.FirstOrDefault(HasNbclient)
        ?? throw new MissingHereException("no python3 here has nbclient; Debian has it as python3-nbclient");

    private static bool HasNbclient(string python)
    {
        var start = new ProcessStartInfo(python, ["-c", "import nbclient"]) { RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
