using ClientAuth.FailureCases.Tester;
using ClientAuth.Lab.Gallery;
using ClientAuth.Visuals;
using ClientAuth.Visuals.Gallery;

namespace ClientAuth.Lab.OwnServer;

/// <summary>The tester of any server: the whole catalogue of failure cases in place of the common mistakes.</summary>
public sealed partial class YourServer
{
    private const string Command = "dotnet run --project lib/ClientAuth.FailureCases --";

    // The server is on this machine and here for nobody else.
    private const string Rate = "1000";

    /// <summary>
    /// Runs the tester against the server that the lesson has started. For a server of the learner's own it shows the commands: the tester
    /// sends hundreds of requests, and says so in a terminal first.
    /// </summary>
    /// <param name="only">The cases, sections or methods that are run.</param>
    /// <exception cref="InvalidOperationException">The server cannot be asked; the message says why.</exception>
    public async Task<View> TestAsync(params string[] only)
    {
        if (_process is null)
        {
            // The tester reads no variables of this lesson.
            var file = _settings.Source == Settings.SettingsSource.FileName ? Settings.SettingsSource.FileName : "FILE";
            var command = $"{Command} --clients {file}";
            return new FactsView(
                "The tester asks your server from a terminal",
                ("What it would send", $"{command} --dry-run"),
                ("Send it", command)
            );
        }

        if (_probed is not { Metadata.MtlsEndpointAliases: { } aliases })
        {
            return Nothing(DiscoveryFirst);
        }

        var cases = await ServerTester.RunAsync(
            [
                "--clients",
                _process.ManifestPath,
                "--allow-origin",
                new Uri(aliases.TokenEndpoint).GetLeftPart(UriPartial.Authority),
                "--rate",
                Rate,
                .. only.SelectMany(name => new[] { "--only", name }),
            ],
            _clock,
            CancellationToken.None
        );
        return new FailureMatrixView(
            [.. cases.Select(one => one.Section).Distinct().Select(section => new GalleryGroup(section, ""))],
            [.. MethodColumns.All.Where(column => cases.Any(one => MethodColumns.Of(one.Method) == column))],
            [.. cases.GroupBy(one => one.Id).Select(Shown)],
            "What the tester found"
        );
    }

    private static GalleryCase Shown(IEnumerable<TestedCase> runs)
    {
        var all = runs.ToList();
        // Where methods differ, the first that was answered otherwise is what counts.
        var shown = all.Find(one => !one.IsAsExpected) ?? all[0];
        return new GalleryCase(
            shown.Id,
            shown.Title,
            shown.Section,
            shown.Words,
            shown.Got,
            shown.MustSucceed,
            [.. all.Select(one => new GalleryRun(MethodColumns.Of(one.Method), one.IsAsExpected))]
        );
    }
}
