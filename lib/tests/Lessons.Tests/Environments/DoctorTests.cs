using System.Text.Json;

namespace Lessons.Tests.Environments;

/// <summary>What keeps lessons from running in some surroundings: the doctor finds it there, and names a remedy.</summary>
public sealed class DoctorTests(CheckoutCopy checkout)
{
    [Theory]
    [InlineData("127.0.0.1 this-machine\n", "the name has no address")]
    [InlineData("192.0.2.1 localhost\n", "the name leads to 192.0.2.1, where no server of this machine listens")]
    public async Task A_hosts_file_without_localhost_or_with_another_is_a_problem(string hosts, string text)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux can give one process another hosts file.");
        var file = Path.Combine(checkout.Home, Path.GetRandomFileName());
        await File.WriteAllTextAsync(file, hosts, TestContext.Current.CancellationToken);

        var findings = await AskAsync(
            new()
            {
                Around = Surroundings.OwnNamespace("--mount"),
                Variables = [("HOSTS", file)],
                Shell = "mount --bind \"$HOSTS\" /etc/hosts",
            }
        );
        var finding = findings["localhost"];

        Assert.Equal("problem", finding.Level);
        Assert.StartsWith(text, finding.Text, StringComparison.Ordinal);
        Assert.StartsWith(
            "let /etc/hosts have the line '127.0.0.1 localhost'",
            finding.Remedy,
            StringComparison.Ordinal
        );
    }

    // 225 MB are what .NET may use of a container of 300 MB; without one, .NET itself sets the limit.
    [Fact]
    public async Task Few_open_files_little_memory_and_a_proxy_for_loopback_are_found()
    {
        var findings = await AskAsync(
            new()
            {
                Shell = "ulimit -n 128",
                Variables =
                [
                    ("DOTNET_GCHeapHardLimit", "0xE100000"),
                    ("HTTPS_PROXY", "http://me:s3cret@proxy.example:3128"),
                    .. Unset("https_proxy", "NO_PROXY", "no_proxy"),
                ],
            }
        );

        Assert.Equal(
            new Finding(
                "problem",
                "a process may have 128 open, and one that runs a notebook needs 320",
                "allow 1024: ulimit -n 1024 in the shell that starts it, or the limit 'nofile' of the container or service"
            ),
            findings["open files"]
        );
        Assert.Equal(
            new Finding(
                "problem",
                "a process may use 225 MB; one that runs a notebook takes up to 400 MB, and is killed without a word",
                "give the container or service 1600 MB, or run few notebooks at a time"
            ),
            findings["memory"]
        );
        // Its password stays out of the report.
        Assert.Equal(
            new Finding(
                "warning",
                "programs send requests for localhost to the proxy proxy.example:3128, which cannot reach servers on this machine",
                "set NO_PROXY=localhost,127.0.0.1,::1 where the proxy is set, and no_proxy likewise; or say so in the program: UseProxy = false, curl --noproxy localhost"
            ),
            findings["proxy"]
        );
    }

    [Fact]
    public async Task What_the_remedy_for_a_proxy_says_is_enough()
    {
        var findings = await AskAsync(
            new()
            {
                Variables =
                [
                    .. Unset("https_proxy", "no_proxy"),
                    ("HTTPS_PROXY", "http://proxy.example:3128"),
                    ("NO_PROXY", "localhost,127.0.0.1,::1"),
                ],
            }
        );

        Assert.Equal("ok", findings["proxy"].Level);
    }

    [Fact]
    public async Task With_few_open_files_neither_a_run_nor_the_server_hangs_or_guesses()
    {
        var few = new Surroundings { Shell = "ulimit -n 128" };

        var run = await RunAsync(few, CheckoutCopy.Engine, "run", checkout.Notebook("short.ipynb"));
        var server = await RunAsync(few, checkout.Server);

        Assert.Equal(
            new ChildProcess(
                2,
                "",
                "this process may have only 128 files open, and needs 320; allow 1024: ulimit -n 1024 in the shell that starts it, or the limit 'nofile' of the container or service\n"
            ),
            run
        );
        Assert.Equal(
            new ChildProcess(
                1,
                "",
                "error: This process may have only 128 files open, and the server needs 256; allow more with ulimit -n 1024 in the shell that starts it, or with the limit 'nofile' of the container or service.\n"
            ),
            server
        );
    }

    // What is killed can say nothing.
    [Fact]
    public async Task With_little_memory_a_run_says_so_before_it_begins()
    {
        var run = await RunAsync(
            new() { Variables = [("DOTNET_GCHeapHardLimit", "0xE100000")] },
            CheckoutCopy.Engine,
            "run",
            "no-such-notebook"
        );

        Assert.StartsWith(
            "this process may use 225 MB of memory, and many notebooks in one run take up to 1200 MB. If it ends without a word, the system has killed it: give the container or service 1600 MB, or run few notebooks at a time",
            run.Errors,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_checkout_that_this_account_cannot_write_to_is_a_warning_with_its_folders()
    {
        var findings = await AskAsync(KnownSurroundings.OtherAccount(checkout.Home));
        var finding = findings["checkout"];

        Assert.Equal("warning", finding.Level);
        Assert.StartsWith(
            $"this account cannot write to {checkout.Root}, {checkout.Keys}, ",
            finding.Text,
            StringComparison.Ordinal
        );
        Assert.StartsWith("copy the checkout to a folder of your own", finding.Remedy, StringComparison.Ordinal);
    }

    private async Task<Dictionary<string, Finding>> AskAsync(Surroundings surroundings)
    {
        var report = await RunAsync(surroundings, CheckoutCopy.Engine, "doctor", "--json");

        Assert.Equal("", report.Errors);
        return JsonElement
            .Parse(report.Output)
            .GetProperty("findings")
            .EnumerateArray()
            .GroupBy(finding => finding.GetProperty("subject").GetString()!)
            .ToDictionary(
                findings => findings.Key,
                findings => new Finding(
                    findings.First().GetProperty("level").GetString()!,
                    findings.First().GetProperty("text").GetString()!,
                    findings.First().TryGetProperty("remedy", out var remedy) ? remedy.GetString()! : null
                ),
                StringComparer.Ordinal
            );
    }

    private async Task<ChildProcess> RunAsync(Surroundings surroundings, params IEnumerable<string> arguments)
    {
        await surroundings.RequireAsync();
        return await ChildProcess.RunAsync(surroundings.Of("dotnet", arguments, checkout.Root));
    }

    private static (string Name, string? Value)[] Unset(params string[] names) =>
        [.. names.Select(name => (name, (string?)null))];

    private sealed record Finding(string Level, string Text, string? Remedy);
}
