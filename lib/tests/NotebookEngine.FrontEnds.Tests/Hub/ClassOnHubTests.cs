using System.Text.Json.Nodes;
using Microsoft.Playwright;
using NotebookEngine.FrontEnds.Tests.Page;
using static Microsoft.Playwright.Assertions;

namespace NotebookEngine.FrontEnds.Tests.Hub;

/// <summary>A class on one JupyterHub: real programs, the configuration of <c>lib/hub</c>, one kernel and one library for all.</summary>
public sealed class ClassOnHubTests(ClassOnHub room, NotebookPages pages) : IClassFixture<ClassOnHub>
{
    private static readonly string[] FirstExercise = [$"{ClassOnHub.Lesson} exercise"];
    private static readonly string[] BothExercises = [.. FirstExercise, $"{ClassOnHub.Lesson} exercise-2"];

    [Fact]
    public async Task Two_learners_run_a_lesson_at_once_and_each_has_progress_of_ones_own()
    {
        var (annas, berts) = await room.LessonsAsync();

        foreach (var lesson in new[] { annas, berts })
        {
            Assert.DoesNotContain("\"output_type\":\"error\"", lesson.ToJsonString(), StringComparison.Ordinal);
            Assert.Contains("lab closed", LessonRun.OutputsOf(lesson, "close"), StringComparison.Ordinal);
        }

        Assert.Equal(FirstExercise, (await room.AnnaAsync()).Solved());
        Assert.Equal(BothExercises, (await room.BertAsync()).Solved());
        // Each server had an issuer of its own, on one machine.
        Assert.NotEqual(Issuer(annas), Issuer(berts));
    }

    [Fact]
    public async Task What_is_shared_cannot_be_changed_by_a_learner_and_no_lesson_has_changed_it()
    {
        await room.LessonsAsync();
        var hub = await room.HubAsync();
        var anna = await room.AnnaAsync();
        await using var kernel = await anna.OpenAsync(ClassOnHub.Notebook);

        var outputs = await kernel.ExecuteAsync(
            """
            string Try(string folder)
            {
                try { System.IO.File.WriteAllText(System.IO.Path.Combine(folder, "mine"), ""); return "written"; }
                catch (UnauthorizedAccessException) { return "refused"; }
            }
            Console.WriteLine(string.Join(' ', new[] { AppContext.BaseDirectory, "../lib/bin", "../data", ".", "../certs" }.Select(Try)));
            Console.WriteLine(AppContext.BaseDirectory);
            """
        );

        var lines = ((string)outputs[0]!["text"]!).Split('\n');
        Assert.StartsWith(hub.Folder.Kernels, lines[1]);
        // Without root's rights learners of a test have no accounts: the modes of the files are all that there is to see.
        if (Environment.IsPrivilegedProcess)
        {
            Assert.Equal("refused refused refused written written", lines[0]);
            Assert.Equal(hub.Folder.AtFirst, hub.Folder.Shared());
        }

        Assert.Empty(hub.Folder.Writable());
    }

    [Fact]
    public async Task A_learner_logs_in_and_sees_the_lesson_as_it_was_saved()
    {
        await room.LessonsAsync();
        var hub = await room.HubAsync();
        var browser = await pages.BrowserAsync();
        var page = await browser.OpenAsync(
            new Uri(hub.Address, $"hub/login?next=/user/anna/notebooks/{ClassOnHub.Notebook}").AbsoluteUri
        );
        await page.GetByLabel("Username").FillAsync("anna");
        await page.GetByLabel("Password").FillAsync(hub.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await using var notebook = new NotebookPage(page);
        await notebook.IdleAsync();

        var closed = notebook.Cells.Locator(".output", new() { HasText = "lab closed" });
        await Expect(closed).ToHaveCountAsync(1);
        await Expect(notebook.Cells.Locator(".output_error")).ToHaveCountAsync(0);
        var solved = notebook.Cells.Locator(".output_html", new() { HasText = $"1 of {HubFolder.Exercises()}" }).Last;
        await Expect(solved).ToBeVisibleAsync();
        await notebook.PhotographAsync("hub-lesson", solved);
        // The page has a kernel behind the hub's proxy, too.
        var cell = await notebook.AddAsync("6 * 7");
        await notebook.RunAsync();
        await Expect(cell.Locator(".output")).ToContainTextAsync("42");
    }

    [Fact]
    public async Task A_kernel_that_is_culled_takes_with_it_nothing_that_was_saved()
    {
        var (_, saved) = await room.LessonsAsync();
        var hub = await room.HubAsync();
        var bert = await room.BertAsync();
        await bert.StopServerAsync();
        // After seconds instead of an hour. On a busy machine the kernel may not even be ready by then; it is culled all the same.
        await bert.StartServerAsync(
            "--MappingKernelManager.cull_idle_timeout=5",
            "--MappingKernelManager.cull_interval=1",
            "--Application.log_level=DEBUG"
        );
        var culled = await bert.StartKernelAsync(ClassOnHub.Notebook);

        // The culler looks at kernels again when it has ended those of the time before.
        await hub.Program.LineAsync("for kernels idle", after: $"kernel '.net-csharp' ({culled}) with");
        Assert.Empty(await bert.KernelsAsync());
        Assert.Empty(hub.Processes($"kernel-{culled}.json"));
        Assert.NotEqual(culled, await bert.StartKernelAsync(ClassOnHub.Notebook));
        AssertIsAsSaved(saved, await bert.ReadAsync(ClassOnHub.Notebook));
        Assert.Equal(BothExercises, bert.Solved());
    }

    [Fact]
    public async Task A_hub_that_is_restarted_or_crashes_leaves_servers_kernels_and_files_as_they_are()
    {
        await room.LessonsAsync();
        var hub = await room.HubAsync();
        var anna = await room.AnnaAsync();
        var saved = await anna.ReadAsync(ClassOnHub.Notebook);
        var started = (string?)(await anna.ServerAsync())!["started"];
        string id;
        await using (var kernel = await anna.OpenAsync(ClassOnHub.Notebook))
        {
            await kernel.ExecuteAsync("var kept = 42;");
            id = kernel.Id;
        }

        foreach (var crash in new[] { false, true })
        {
            await hub.StopAsync(kill: crash);
            await hub.StartAgainAsync();

            Assert.Equal(started, (string?)(await anna.ServerAsync())!["started"]);
            await using var kernel = await anna.OpenAsync(ClassOnHub.Notebook);
            Assert.Equal(id, kernel.Id);
            Assert.Contains("42", (await kernel.ExecuteAsync("kept")).ToJsonString(), StringComparison.Ordinal);
        }

        // And a server that is stopped, with its kernels, comes back with all that was saved.
        await anna.StopServerAsync();
        Assert.Empty(hub.Processes($"kernel-{id}.json"));
        await anna.StartServerAsync();
        AssertIsAsSaved(saved, await anna.ReadAsync(ClassOnHub.Notebook));
        Assert.Equal(FirstExercise, anna.Solved());
    }

    private static void AssertIsAsSaved(JsonNode saved, JsonNode now) =>
        Assert.Equal(saved["cells"]!.ToJsonString(), now["cells"]!.ToJsonString());

    private static string Issuer(JsonNode lesson) => LessonRun.OutputsOf(lesson, "open-lab");
}
