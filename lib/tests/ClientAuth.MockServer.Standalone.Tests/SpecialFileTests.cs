using ClientAuth.Credentials.Clients;
using ClientAuth.Credentials.Files;
using ClientAuth.MockServer.Standalone.Exits;
using ClientAuth.MockServer.Standalone.Files;
using ClientAuth.MockServer.Standalone.Tests.Processes;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.MockServer.Standalone.Tests;

/// <summary>Pipes, devices and links where a file is expected: none of them hangs the program, and none is replaced or removed.</summary>
public sealed class SpecialFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/full")]
    public async Task Manifest_that_is_a_device_is_refused(string device)
    {
        Assert.SkipUnless(File.Exists(device), $"This machine has no {device}.");

        AssertRefused(
            $"The manifest '{device}' is a pipe or a device, which could not be removed with the keys; name a file.",
            await CommandInProcess.RunAsync("--manifest", device)
        );
        Assert.True(SpecialFile.IsAt(device));
    }

    [Fact]
    public async Task Manifest_that_is_a_pipe_is_refused()
    {
        var path = Fifo.Make(_folder.File("pipe"));

        AssertRefused(
            $"The manifest '{path}' is a pipe or a device, which could not be removed with the keys; name a file.",
            await CommandInProcess.RunAsync("--manifest", path)
        );
        Assert.True(SpecialFile.IsAt(path));
    }

    [Fact]
    public async Task Manifest_on_standard_output_is_refused()
    {
        const string Output = "/dev/stdout";
        Assert.SkipUnless(File.Exists(Output), "This machine has no /dev/stdout.");

        AssertRefused(
            $"The manifest '{Output}' is a pipe or a device, which could not be removed with the keys; name a file.",
            await StandaloneProcess.RunAsync("--manifest", Output)
        );
    }

    [Fact]
    public async Task Standard_output_that_is_full_ends_the_program_and_leaves_nothing_behind()
    {
        const string Full = "/dev/full";
        Assert.SkipUnless(File.Exists(Full), $"This machine has no {Full}.");
        await using var device = new FileStream(
            Full,
            FileMode.Open,
            FileAccess.Write,
            FileShare.ReadWrite,
            bufferSize: 0
        );
        // Not disposed of: it would try once more.
        var output = new StreamWriter(device) { AutoFlush = true };
        await using var error = new StringWriter();

        var exitCode = await new StandaloneCommand(TimeProvider.System, output, error).RunAsync(
            ["--manifest", _folder.File("manifest.json"), "--keys", _folder.File("keys")],
            TestContext.Current.CancellationToken
        );

        Assert.Equal(ExitCodes.CouldNotStart, exitCode);
        Assert.StartsWith(
            "error: Where the server is cannot be written to standard output: ",
            error.ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal([_folder.File("keys")], Directory.GetFileSystemEntries(_folder.Path));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.File("keys")));
    }

    [Theory]
    [InlineData(false, "; name the file itself.")]
    [InlineData(true, ", which does not exist; name the file itself.")]
    public async Task Manifest_that_is_a_link_is_refused(bool dangling, string advice)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets administrators alone make links.");
        var path = _folder.File("link.json");
        File.CreateSymbolicLink(path, "target.json");
        if (!dangling)
        {
            _folder.Write("target.json", "{}");
        }

        AssertRefused(
            $"The manifest '{path}' is a link to 'target.json'{advice}",
            await CommandInProcess.RunAsync("--manifest", path)
        );
        Assert.Equal("target.json", new FileInfo(path).LinkTarget);
        Assert.Equal(!dangling, File.Exists(_folder.File("target.json")));
    }

    [Theory]
    [InlineData("--clients", "clients", "begins with a byte-order mark; save it as UTF-8 without one.", "\uFEFF[]")]
    [InlineData("--templates", "templates", "begins with a byte-order mark; save it as UTF-8 without one.", "\uFEFF[]")]
    [InlineData("--clients", "clients", "is UTF-16; save it as UTF-8 without a byte-order mark.", "[\0]\0")]
    [InlineData("--templates", "templates", "is UTF-16; save it as UTF-8 without a byte-order mark.", "[\0]\0")]
    [InlineData("--jwks-uri-ca", "CA", "is UTF-16; save it as UTF-8 without a byte-order mark.", "-\0-\0")]
    [InlineData("--jwks-uri-ca", "CA", "holds no certificate in PEM (-----BEGIN CERTIFICATE-----).", "[]")]
    public async Task File_in_another_encoding_or_form_is_named(
        string option,
        string name,
        string problem,
        string content
    )
    {
        var path = _folder.Write($"{name}.json", content);

        AssertRefused($"{path}: {problem}", await CommandInProcess.RunAsync(option, path));
    }

    [Theory]
    [InlineData("--clients", "clients")]
    [InlineData("--templates", "templates")]
    [InlineData("--jwks-uri-ca", "CA")]
    public async Task Link_that_leads_nowhere_and_device_without_an_end_are_refused(string option, string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no devices among its files.");
        var path = _folder.File("link.json");
        File.CreateSymbolicLink(path, "target.json");

        AssertRefused(
            $"The {name} file '{path}' is a link to 'target.json', which does not exist.",
            await CommandInProcess.RunAsync(option, path)
        );
        AssertRefused(
            $"/dev/zero: holds more than 16 MiB, which no {name} file does; name another file.",
            await CommandInProcess.RunAsync(option, "/dev/zero")
        );
    }

    // As a shell gives it for <(...).
    [Fact]
    public async Task Clients_come_through_a_pipe()
    {
        var path = Fifo.Make(_folder.File("pipe"));

        var reading = CommandInProcess.RunAsync("--clients", path);
        await File.WriteAllTextAsync(path, "[null]", TestContext.Current.CancellationToken);

        AssertRefused($"{path}: client [0] is null; write an object with a client_id.", await reading);
    }

    [Fact]
    public async Task Pipe_that_nobody_writes_into_is_given_up()
    {
        var path = Fifo.Make(_folder.File("pipe"));
        var clock = new FakeTimeProvider();
        var files = new InputFile(clock, TestContext.Current.CancellationToken);

        var reading = files.ReadAsync("clients", path, ClientsFile.Read);
        Assert.False(reading.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(10));

        var failure = await Assert.ThrowsAsync<StartFailure>(() => reading);
        Assert.Equal($"The clients file '{path}' cannot be read: it did not end within 10 s.", failure.Message);
        Assert.Equal(ExitCodes.CouldNotStart, failure.ExitCode);
        // Lets the thread go that waits for the other end.
        await File.WriteAllTextAsync(path, "[]", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Asked_to_end_while_it_waits_for_a_pipe_the_program_ends()
    {
        var path = Fifo.Make(_folder.File("pipe"));
        using var process = StandaloneProcess.Launch("--clients", path);
        // Opened only once the program has opened its end.
        await using var writer = await Task.Run(
            () => new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite),
            TestContext.Current.CancellationToken
        );

        UnixSignal.Send(process, UnixSignal.Terminate);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Ended, process.ExitCode);
        Assert.Equal("", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertRefused(string message, ToolResult result)
    {
        Assert.Equal($"error: {message}{Environment.NewLine}", result.Error);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Empty(result.Text);
    }
}
