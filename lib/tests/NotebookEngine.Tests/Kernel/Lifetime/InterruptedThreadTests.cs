using System.Text.Json.Nodes;
using NotebookEngine.CommandLine;

namespace NotebookEngine.Tests.Kernel.Lifetime;

/// <summary>A thread that an interrupted cell started ends by an exception that nothing catches; the kernel lives on.</summary>
public sealed class InterruptedThreadTests
{
    [Fact]
    public void A_thread_that_loops_is_stopped_with_its_cell_and_takes_nothing_along()
    {
        using var folder = new TempFolder();
        using var kernel = LaunchedKernel.Start(typeof(EngineCommand).Assembly.Location, folder.Path);
        kernel.Run("System.Threading.Thread thread = null; var stopped = \"no\";");
        kernel.RunUntilOutput(
            """
            thread = new System.Threading.Thread(() =>
            {
                try { while (true) { } }
                catch (OperationCanceledException) { stopped = "yes"; throw; }
            });
            thread.Start();
            Console.WriteLine("at work");
            while (true) { }
            """
        );

        kernel.FrontEnd.OnControl("interrupt_request", new JsonObject());

        Assert.Equal("Interrupted", (string?)kernel.FrontEnd.NextReply("execute_reply", LaunchedKernel.Limit)["ename"]);
        Assert.Equal("yes\n", kernel.RunUntilOutput("thread.Join();\nConsole.WriteLine(stopped);"));
    }
}
