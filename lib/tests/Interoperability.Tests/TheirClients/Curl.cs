using System.Text;
using ClientAuth.MockServer.Standalone.Tests.Processes;

namespace Interoperability.Tests.TheirClients;

/// <summary>
/// The machine's curl. Options go to it through its standard input, as lines of a configuration file: a command line would show the
/// secrets in them to everybody who can list processes.
/// </summary>
internal static class Curl
{
    /// <param name="authority">File of the authority that is trusted.</param>
    /// <param name="url">Where to.</param>
    /// <param name="options">Long options of curl without their dashes.</param>
    public static async Task<CurlResponse> SendAsync(
        string authority,
        string url,
        IEnumerable<(string Option, string Value)> options
    )
    {
        var config = new StringBuilder("silent\nshow-error\ninclude\n");
        IEnumerable<(string Option, string Value)> all =
        [
            ("url", url),
            ("noproxy", "*"),
            ("cacert", authority),
            .. options,
        ];
        foreach (var (option, value) in all)
        {
            config.Append(option).Append(" = ").Append(Quoted(value)).Append('\n');
        }

        // -q leaves the user's own .curlrc out.
        var result = await ExternalTool.RunAsync("curl", ["-q", "--config", "-"], config.ToString());
        return CurlResponse.Parse(result.Succeeded());
    }

    /// <summary>Schannel, which only Windows has, takes neither PEM keys nor an authority that publishes no revocation list.</summary>
    public static async Task RequireOpenSslAsync()
    {
        var version = await ExternalTool.RunAsync("curl", ["--version"]);
        if (version.Text.Contains("Schannel", StringComparison.Ordinal))
        {
            RequiredTools.Missing("This curl uses Schannel, which takes no key in PEM.");
        }
    }

    private static string Quoted(string value) =>
        $"\"{value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
