using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace WorkingCopies;

/// <summary>Files as git has them.</summary>
internal static class GitFile
{
    /// <summary>What <c>git commit</c> would commit now: what is staged, and otherwise the last commit.</summary>
    public const string Staged = "";

    /// <param name="revision">For example <c>HEAD</c>, or <see cref="Staged"/>.</param>
    /// <param name="path">From the checkout's root, with slashes.</param>
    /// <returns>Null where git does not have the file, where this is no repository, or where there is no git.</returns>
    public static async Task<string?> ReadAsync(string revision, string path)
    {
        try
        {
            using var git = Process.Start(
                new ProcessStartInfo("git", ["show", $"{revision}:./{path}"])
                {
                    WorkingDirectory = Checkout.Root,
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
