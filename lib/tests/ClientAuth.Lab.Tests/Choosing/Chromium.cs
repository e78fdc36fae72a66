using System.ComponentModel;
using System.Diagnostics;

namespace ClientAuth.Lab.Tests.Choosing;

/// <summary>A browser without a window.</summary>
internal static class Chromium
{
    // As the makers of the browser and of systems call it.
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome", "msedge"];

    /// <summary>The document of a page after its scripts have run. Without a browser the test is skipped, or fails where every tool is promised.</summary>
    public static async Task<string> DumpAsync(string page, CancellationToken cancellationToken)
    {
        var profile = Directory.CreateTempSubdirectory("chromium-");
        try
        {
            using var process = Start(page, profile.FullName);
            // Both at once: a program that fills one pipe waits until somebody reads it.
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            Assert.True(process.ExitCode == 0, await errors);
            return await output;
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }

    private static Process Start(string page, string profile)
    {
        foreach (var name in Names)
        {
            try
            {
                return Process.Start(Command(name, page, profile))!;
            }
            catch (Win32Exception)
            {
                // Not by this name.
            }
        }

        RequiredTools.Missing($"None of {string.Join(", ", Names)} is on the path; Debian has it as chromium.");
        return null;
    }

    private static ProcessStartInfo Command(string name, string page, string profile) =>
        new(
            name,
            [
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                $"--user-data-dir={profile}",
                "--dump-dom",
                new Uri(page).AbsoluteUri,
            ]
        )
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
}
