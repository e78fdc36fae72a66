using System.Runtime.InteropServices;
using Microsoft.Playwright;
using NotebookEngine.FrontEnds.Tests.Processes;

namespace NotebookEngine.FrontEnds.Tests.Page;

/// <summary>The machine's own browser, without a window; nothing is downloaded.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    // As the makers of the browser and of systems call it.
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    private static string? Program =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    /// <summary>Skips the test where the browser is missing, and fails it where CI promises every tool.</summary>
    public static void MustBeThere()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Jupyter's own front ends are tested on Linux.");
        if (Program is null)
        {
            RequiredTools.Missing($"None of {string.Join(", ", Names)} is on the path; Debian has it as chromium.");
        }
    }

    public static async Task<Chromium> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout((float)TestLimit.OneAnswer.TotalMilliseconds);
        var playwright = await Playwright.CreateAsync();
        try
        {
            var browser = await playwright.Chromium.LaunchAsync(
                new()
                {
                    ExecutablePath = Program,
                    // Its sandbox refuses to start as root, as in a container.
                    Args = GetUserId() == 0 ? ["--no-sandbox"] : [],
                }
            );
            return new Chromium(playwright, browser);
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    public async Task<IPage> OpenAsync(string address)
    {
        var page = await _browser.NewPageAsync(
            new()
            {
                ViewportSize = new() { Width = 1280, Height = 1400 },
            }
        );
        page.SetDefaultTimeout((float)TestLimit.Longest.TotalMilliseconds);
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>For pages that reach no network, with nothing kept of earlier ones.</summary>
    public Task<IBrowserContext> OfflineAsync(bool scripts = true) =>
        _browser.NewContextAsync(new() { Offline = true, JavaScriptEnabled = scripts });

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    [DllImport("libc", EntryPoint = "geteuid")]
    private static extern uint GetUserId();
}
