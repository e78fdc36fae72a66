using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ClientAuth.MockServer.Standalone.Exits;
using ClientAuth.MockServer.Standalone.Tests.Processes;

namespace ClientAuth.MockServer.Standalone.Tests;

/// <summary>Every mistake of a command line is one line on stderr and an exit code, and nothing is left behind.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("Unrecognized command or argument '--prot'.", "--prot", "8443")]
    [InlineData("Unrecognized command or argument 'extra'.", "extra")]
    [InlineData("Required argument missing for option: '--port'.", "--port")]
    [InlineData("Required argument missing for option: '--manifest'.", "--manifest")]
    [InlineData(
        "Option '--manifest' expects a single argument but 2 were provided.",
        "--manifest",
        "a",
        "--manifest",
        "b"
    )]
    [InlineData("--port is 'https'; it takes a number from 0 to 65535, 0 for a free port.", "--port", "https")]
    [InlineData("--port is '65536'; it takes a number from 0 to 65535, 0 for a free port.", "--port", "65536")]
    [InlineData("--port is '-1'; it takes a number from 0 to 65535, 0 for a free port.", "--port", "-1")]
    [InlineData("--mtls-port is 'none'; it takes a number from 0 to 65535, 0 for a free port.", "--mtls-port", "none")]
    [InlineData(
        "--mtls-port is 8443, as --port is; only one of the two listeners asks for a client certificate, so each needs its own.",
        "--port",
        "8443",
        "--mtls-port",
        "8443"
    )]
    [InlineData("--manifest is empty; name a file.", "--manifest", "")]
    [InlineData("--keys is empty; name a folder.", "--keys", "")]
    [InlineData("--jwks-uri-ca is empty; name a file.", "--jwks-uri-ca", "")]
    [InlineData(
        "--host is 'https://as.example'; it takes a host name or an IP address, without scheme and port.",
        "--host",
        "https://as.example"
    )]
    [InlineData("--host is ''; it takes a host name or an IP address, without scheme and port.", "--host", "")]
    [InlineData(
        "--audience-policy is 'both'; it takes issuer-only, legacy, token-endpoint-only.",
        "--audience-policy",
        "both"
    )]
    [InlineData("--clock-skew is '1.5'; it takes a number of seconds from 0 to 31536000.", "--clock-skew", "1.5")]
    [InlineData(
        "--clock-skew is '31536001'; it takes a number of seconds from 0 to 31536000.",
        "--clock-skew",
        "31536001"
    )]
    [InlineData(
        "--assertion-lifetime is '0'; it takes a number of seconds from 1 to 31536000.",
        "--assertion-lifetime",
        "0"
    )]
    [InlineData(
        "--jwks-uri-origin needs --jwks-uri-ca: a server that trusts no authority fetches no keys.",
        "--jwks-uri-origin",
        "https://keys.example"
    )]
    public async Task Wrong_option_is_named(string problem, params string[] arguments) =>
        AssertEnded(ExitCodes.Usage, $"{problem} Try --help.", await CommandInProcess.RunAsync(arguments));

    [Fact]
    public async Task Manifest_that_is_a_folder_is_refused()
    {
        using var folder = new TemporaryFolder();

        AssertEnded(
            ExitCodes.Usage,
            $"The manifest '{folder.Path}' is a folder; name a file.",
            await CommandInProcess.RunAsync("--manifest", folder.Path)
        );
    }

    [Fact]
    public async Task Manifest_in_a_folder_that_does_not_exist_is_refused()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "missing", "manifest.json");

        AssertEnded(
            ExitCodes.Usage,
            $"The manifest '{path}' cannot be written: its folder does not exist. Make it first.",
            await CommandInProcess.RunAsync("--manifest", path)
        );
    }

    [Fact]
    public async Task Manifest_never_replaces_another_file()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("package.json", """{"name":"precious"}""");

        AssertEnded(
            ExitCodes.Usage,
            $"The manifest '{path}' would replace a file that is no manifest; name another one or remove it.",
            await CommandInProcess.RunAsync("--manifest", path)
        );
        Assert.Equal(
            """{"name":"precious"}""",
            await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)
        );
    }

    // No rights are involved, so that it fails for an administrator as well.
    [Fact]
    public async Task Manifest_that_cannot_be_written_is_named()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File(new string('m', 300));

        var result = await CommandInProcess.RunAsync("--manifest", path);

        Assert.Equal(ExitCodes.CouldNotStart, result.ExitCode);
        Assert.StartsWith($"error: The manifest '{path}' cannot be written: ", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
        Assert.Empty(result.Text);
    }

    [Fact]
    public async Task Port_in_use_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        AssertEnded(
            ExitCodes.CouldNotStart,
            $"Port {port} is in use; choose another one, or 0 for a free one.",
            await CommandInProcess.RunAsync("--port", port)
        );
        AssertEnded(
            ExitCodes.CouldNotStart,
            $"Port {port} is in use; choose another one, or 0 for a free one.",
            await CommandInProcess.RunAsync("--mtls-port", port)
        );
    }

    [Fact]
    public async Task Help_names_every_option()
    {
        var result = await CommandInProcess.RunAsync("--help");

        Assert.Equal(ExitCodes.Ended, result.ExitCode);
        Assert.Contains("--manifest <FILE>", result.Text, StringComparison.Ordinal);
        Assert.Contains("--port <N>", result.Text, StringComparison.Ordinal);
        Assert.Contains("--clients <FILE>", result.Text, StringComparison.Ordinal);
        Assert.Contains("--lab", result.Text, StringComparison.Ordinal);
        Assert.Contains("--mtls-port <N>", result.Text, StringComparison.Ordinal);
        Assert.Contains("--host <NAME>", result.Text, StringComparison.Ordinal);
        Assert.Contains("--keys <FOLDER>", result.Text, StringComparison.Ordinal);
        Assert.Contains("CLIENT_AUTH_KEYS", result.Text, StringComparison.Ordinal);
        Assert.Contains("--audience-policy <POLICY>", result.Text, StringComparison.Ordinal);
        Assert.Contains("--clock-skew <SECONDS>", result.Text, StringComparison.Ordinal);
        Assert.Contains("--assertion-lifetime <SECONDS>", result.Text, StringComparison.Ordinal);
        Assert.Contains("--jwks-uri-origin <ORIGIN>", result.Text, StringComparison.Ordinal);
        Assert.Contains("--jwks-uri-ca <FILE>", result.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("[default: ", result.Text, StringComparison.Ordinal);
        Assert.Contains("--end-with-input", result.Text, StringComparison.Ordinal);
    }

    // The cases above run the command alone; this is the program around it.
    [Fact]
    public async Task Program_ends_as_its_command_does()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        AssertEnded(
            ExitCodes.Usage,
            "Unrecognized command or argument 'extra'. Try --help.",
            await StandaloneProcess.RunAsync("extra")
        );
        AssertEnded(
            ExitCodes.CouldNotStart,
            $"Port {port} is in use; choose another one, or 0 for a free one.",
            await StandaloneProcess.RunAsync("--port", port)
        );
    }

    private static void AssertEnded(int exitCode, string message, ToolResult result)
    {
        Assert.Equal($"error: {message}{Environment.NewLine}", result.Error);
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Empty(result.Text);
    }
}
