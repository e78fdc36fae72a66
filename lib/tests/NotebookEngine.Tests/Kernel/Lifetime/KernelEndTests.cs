using System.Diagnostics;
using System.Text.Json.Nodes;
using NotebookEngine.CommandLine;

namespace NotebookEngine.Tests.Kernel.Lifetime;

/// <summary>However a kernel ends, in the middle of whatever cell: no process is left, nobody listens, libraries have cleaned up.</summary>
public sealed class KernelEndTests : IDisposable
{
    private const string Spinning = "Console.WriteLine(\"at work\"); while (true) { }";
    private const string Sleeping = "Console.WriteLine(\"at work\"); System.Threading.Thread.Sleep(-1);";
    private const string Awaiting = "Console.WriteLine(\"at work\"); await new TaskCompletionSource().Task;";
    private const string Deaf =
        "Console.WriteLine(\"at work\"); while (true) { try { System.Threading.Thread.Sleep(-1); } catch { } }";

    private readonly TempFolder _folder = new();

    private static string Program => typeof(EngineCommand).Assembly.Location;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Spinning, true)]
    [InlineData(Sleeping, true)]
    [InlineData(Awaiting, false)]
    [InlineData(Deaf, false)]
    public async Task A_shutdown_is_answered_and_done_in_the_middle_of_a_cell_and_libraries_clean_up(
        string cell,
        bool restart
    )
    {
        using var kernel = LaunchedKernel.Start(Program, _folder.Path);
        kernel.Run(KeyFile);
        kernel.RunUntilOutput(cell);
        Assert.True(File.Exists(_folder.File("key.pem")));

        kernel.FrontEnd.OnControl("shutdown_request", new JsonObject { ["restart"] = restart });

        Assert.Equal(
            restart,
            (bool)kernel.FrontEnd.NextControlReply("shutdown_reply", LaunchedKernel.Limit)["restart"]!
        );
        Assert.Equal((0, ""), await EndAsync(kernel));
        Assert.False(File.Exists(_folder.File("key.pem")));
    }

    [Fact]
    public async Task What_hangs_at_the_end_of_the_process_does_not_keep_it()
    {
        using var kernel = LaunchedKernel.Start(Program, _folder.Path);
        kernel.Run("AppDomain.CurrentDomain.ProcessExit += (_, _) => System.Threading.Thread.Sleep(-1);");

        kernel.FrontEnd.OnControl("shutdown_request", new JsonObject { ["restart"] = false });

        Assert.NotEqual(0, (await EndAsync(kernel)).ExitCode);
    }

    [Theory]
    [InlineData("TERM", Spinning)]
    [InlineData("TERM", Deaf)]
    [InlineData("HUP", Sleeping)]
    public async Task A_signal_to_end_is_an_end_in_order(string signal, string cell)
    {
        using var kernel = LaunchedKernel.Start(Program, _folder.Path);
        kernel.Run(KeyFile);
        kernel.RunUntilOutput(cell);

        await PosixSignals.SendAsync(signal, kernel.Process.Id);

        Assert.Equal((0, $"the kernel ends: SIG{signal}{Environment.NewLine}"), await EndAsync(kernel));
        Assert.False(File.Exists(_folder.File("key.pem")));
    }

    [Fact]
    public async Task The_cell_that_warms_the_compiler_leaves_nothing_to_see_and_Ctrl_C_leaves_the_kernel()
    {
        using var kernel = LaunchedKernel.Start(Program, _folder.Path);
        Assert.Equal("first\n", kernel.RunUntilOutput("var kept = 41; Console.WriteLine(\"first\");"));
        Assert.Equal(1, (int)kernel.FrontEnd.NextReply("execute_reply", LaunchedKernel.Limit)["execution_count"]!);
        kernel.RunUntilOutput(Spinning);

        await PosixSignals.SendAsync("INT", kernel.Process.Id);

        var reply = kernel.FrontEnd.NextReply("execute_reply", LaunchedKernel.Limit);
        Assert.Equal("Interrupted", (string?)reply["ename"]);
        Assert.Equal("42\n", kernel.RunUntilOutput("Console.WriteLine($\"{kept + 1}\");"));
    }

    [Theory]
    [InlineData(Spinning)]
    [InlineData(Deaf)]
    public async Task A_kernel_ends_with_the_front_end_that_started_it(string cell)
    {
        // A headless run plays the front end: its only cell starts the kernel and waits.
        var ports = new KernelPorts();
        var connectionFile = _folder.Write("kernel.json", ports.ToConnectionFile());
        var start = LaunchedKernel.StartInfo(Program, _folder.Path, connectionFile);
        var source =
            $"System.Diagnostics.Process.Start({Literal(start.FileName)}, "
            + $"new[] {{ {string.Join(", ", start.ArgumentList.Select(Literal))} }});\nSystem.Threading.Thread.Sleep(-1);";
        var notebook = _folder.Write("launch.ipynb", new NotebookText().Code("launch", source).ToString());
        start.ArgumentList.Clear();
        // On a busy machine a kernel may take longer to start than a cell may by default.
        foreach (var argument in new[] { Program, "run", notebook, "--cell-timeout", "600" })
        {
            start.ArgumentList.Add(argument);
        }

        using var launcher = Process.Start(start)!;
        using var frontEnd = new FrontEnd(ports);
        frontEnd.WaitUntilHeard(LaunchedKernel.Limit);
        frontEnd.Execute("Console.WriteLine($\"{Environment.ProcessId}\");");
        var id = int.Parse((string)frontEnd.NextHeard("stream", LaunchedKernel.Limit)["text"]!);
        using var kernel = Process.GetProcessById(id);
        frontEnd.Execute(cell);
        frontEnd.NextHeard("stream", LaunchedKernel.Limit);

        launcher.Kill();

        await kernel.WaitForExitAsync(Cancellation).WaitAsync(LaunchedKernel.Limit, Cancellation);
        Assert.False(ports.AreListenedOn());
        // The kernel has the same stderr as its launcher.
        var errors = await launcher.StandardError.ReadToEndAsync(Cancellation);
        Assert.Equal($"the kernel ends: the process that started it has gone{Environment.NewLine}", errors);
    }

    [Fact]
    public async Task A_library_that_ends_the_process_is_told_in_the_cell_that_called_it()
    {
        using var kernel = LaunchedKernel.Start(Program, _folder.Path);
        kernel.FrontEnd.WaitUntilHeard(LaunchedKernel.Limit);

        kernel.FrontEnd.Execute("typeof(Environment).GetMethod(\"Exit\").Invoke(null, [0]);");

        var error = kernel.FrontEnd.NextHeard("error", LaunchedKernel.Limit);
        Assert.Equal("ProcessEnded", (string?)error["ename"]);
        Assert.Equal(
            "Something that the cell called has ended the kernel's process. Variables are lost; restart the kernel",
            (string?)error["evalue"]
        );
        var (exitCode, errors) = await EndAsync(kernel);
        Assert.Equal(1, exitCode);
        Assert.Equal(
            $"ended too early: something that a cell called has ended the process{Environment.NewLine}",
            errors
        );
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string KeyFile =>
        """
            System.IO.File.WriteAllText("key.pem", "a key");
            AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.File.Delete("key.pem");
            """;

    private static string Literal(string text) => $"@\"{text}\"";

    private static async Task<(int ExitCode, string Errors)> EndAsync(LaunchedKernel kernel)
    {
        var end = await kernel.EndAsync(Cancellation);
        Assert.False(kernel.Ports.AreListenedOn());
        return end;
    }
}
