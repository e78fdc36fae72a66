using System.Text;

namespace ClientAuth.MockServer.Standalone.Tests.Processes;

/// <summary>
/// The machine's curl. Options go to it through its standard input, as lines of a configuration file: a command line would show
/// the secrets in them to everybody who can list processes.
/// </summary>
internal static class Curl
{
    /// <summary>Posts a form with the client credentials grant; each option is a long option of curl without its dashes.</summary>
    public static async Task<CurlResponse> RequestTokenAsync(
        StandaloneProcess server,
        string url,
        params IEnumerable<(string Option, string Value)> options
    )
    {
        var result = await RunAsync(server, url, [("data", "grant_type=client_credentials"), .. options]);
        return CurlResponse.Parse(result.Succeeded());
    }

    public static Task<CurlResponse> RequestTokenAsync(
        StandaloneProcess server,
        params IEnumerable<(string Option, string Value)> options
    ) => RequestTokenAsync(server, server.TokenEndpoint, options);

    public static Task<ToolResult> RunAsync(
        StandaloneProcess server,
        string url,
        params IEnumerable<(string Option, string Value)> options
    ) => RunAsync(server.CaCertificate, url, options);

    /// <param name="caCertificate">File of the authority that is trusted.</param>
    /// <param name="url">Where to.</param>
    /// <param name="options">Long options of curl without their dashes.</param>
    public static async Task<ToolResult> RunAsync(
        string caCertificate,
        string url,
        IEnumerable<(string Option, string Value)> options
    )
    {
        var config = new StringBuilder("silent\nshow-error\ninclude\n");
        foreach (
            var (option, value) in (IEnumerable<(string, string)>)
                [("url", url), ("noproxy", "*"), ("cacert", caCertificate), .. options]
        )
        {
            config.Append(option).Append(" = ").Append(Quoted(value)).Append('\n');
        }

        await RequireOpenSslAsync();
        // -q leaves the user's own .curlrc out.
        return await ExternalTool.RunAsync("curl", ["-q", "--config", "-"], config.ToString());
    }

    private static string Quoted(string value) =>
        $"\"{value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    // Schannel, which only Windows has, takes neither PEM keys nor an authority that publishes no revocation list.
    private static async Task RequireOpenSslAsync()
    {
        if (!OperatingSystem.IsWindows())
        {
            return;
        }

        var version = await ExternalTool.RunAsync("curl", ["--version"]);
        if (version.Text.Contains("Schannel", StringComparison.Ordinal))
        {
            RequiredTools.Missing("This curl uses Schannel, which takes no key in PEM.");
        }
    }
}
