using ClientAuth.MockServer.Standalone.Tests.Processes;

namespace ClientAuth.MockServer.Standalone.Tests.Handshakes;

/// <summary>The machine's <c>openssl s_client</c>, which shows what a handshake is made of.</summary>
internal static class OpenSslClient
{
    /// <summary>Connects, and leaves at once.</summary>
    public static Task<ToolResult> ConnectAsync(
        StandaloneProcess server,
        string endpoint,
        params IEnumerable<string> options
    ) => ExternalTool.RunAsync("openssl", Arguments(server, endpoint, options));

    /// <summary>Asks for a new handshake over the same connection, and stays until the server ends it.</summary>
    public static Task<ToolResult> RenegotiateAsync(
        StandaloneProcess server,
        string endpoint,
        params IEnumerable<string> options
    ) => ExternalTool.RunAsync("openssl", Arguments(server, endpoint, options), "R\n", endInput: false);

    /// <summary>Sends a token request of a client and stays for the answer.</summary>
    public static Task<ToolResult> RequestTokenAsync(
        StandaloneProcess server,
        string endpoint,
        string clientId,
        params IEnumerable<string> options
    )
    {
        var body = $"grant_type=client_credentials&client_id={clientId}";
        string[] lines =
        [
            $"POST {new Uri(endpoint).AbsolutePath} HTTP/1.1",
            "Host: localhost",
            "Connection: close",
            "Content-Type: application/x-www-form-urlencoded",
            $"Content-Length: {body.Length}",
            "",
            body,
        ];
        return ExternalTool.RunAsync(
            "openssl",
            Arguments(server, endpoint, ["-ign_eof", .. options]),
            string.Join("\r\n", lines)
        );
    }

    private static IEnumerable<string> Arguments(
        StandaloneProcess server,
        string endpoint,
        IEnumerable<string> options
    ) =>
        [
            "s_client",
            "-connect",
            new Uri(endpoint).Authority,
            "-servername",
            "localhost",
            "-CAfile",
            server.CaCertificate,
            "-verify_return_error",
            .. options,
        ];
}
