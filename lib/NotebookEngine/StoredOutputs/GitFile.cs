using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace NotebookEngine.StoredOutputs;

/// <summary>Files as git has them.</summary>
internal static class GitFile
{
    /// <param name="folder">Where the file lies in the working copy.</param>
    /// <param name="revision">For example <c>HEAD</c>; empty for what is staged, and otherwise the last commit.</param>
    /// <param name="name">The file's name.</param>
    /// <returns>Null where git does not have the file, where this is no repository, or where there is no git.</returns>
    internal static async Task<string?> ReadAsync(string folder, string revision, string name)
    {
        try
        {
            using var git = Process.Start(
                new ProcessStartInfo("git", ["show", $"{revision}:./{name}"])
                {
                    WorkingDirectory = folder,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    StandardOutputEncoding = Encoding.UTF8,
                }
            )!;
            git.StandardInput.Close();
            var errors = git.StandardError.ReadToEndAsync();
            var text = await git.StandardOutput.ReadToEndAsync();
            await Task.WhenAll(errors, git.WaitForExitAsync());
            return git.ExitCode == 0 ? text : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
