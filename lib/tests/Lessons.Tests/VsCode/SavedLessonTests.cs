using System.Text.Json.Nodes;
using NotebookEngine.Comparison;
using NotebookEngine.Kernel.Requests;
using NotebookEngine.Reports;

namespace Lessons.Tests.VsCode;

/// <summary>
/// A learner who runs a lesson in VS Code and saves it changes outputs and counts and nothing else: with <em>Clear All Outputs</em> the
/// file is the committed one, cleared. Otherwise each learner's checkout is full of changes that nobody made.
/// </summary>
public sealed class SavedLessonTests(Engine engine)
{
    public static TheoryData<string> Lessons => Checkout.Lessons;

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Opening_and_saving_a_committed_lesson_changes_no_byte_and_clearing_it_only_outputs(string lesson)
    {
        var committed = await CommittedLesson.ReadStagedAsync(lesson) ?? await ReadWorkingCopyAsync(lesson);

        Assert.Equal(committed, VsCodeNotebook.Open(committed).Save());
        Assert.Equal(SavedNotebook.WithoutOutputs(committed), VsCodeNotebook.Open(committed).ClearAllOutputs().Save());
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task Running_and_saving_a_lesson_adds_outputs_and_nothing_else(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            async () =>
            {
                var before = await ReadWorkingCopyAsync(lesson);
                var session = VsCodeNotebook.Open(before).Start(KernelInfoHandler.LanguageInfo);

                var saved = session.RunAll(await ExecutedAsync(lesson)).Save();
                var clearedAtOnce = session.ClearAllOutputs().Save();
                var clearedLater = VsCodeNotebook.Open(saved).ClearAllOutputs().Save();

                Assert.Contains("\"output_type\": \"execute_result\"", saved, StringComparison.Ordinal);
                Assert.Equal(VsCodeNotebook.Open(before).ClearAllOutputs().Save(), clearedAtOnce);
                Assert.Equal(clearedAtOnce, clearedLater);
            }
        );

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task A_lesson_that_the_headless_runner_has_written_is_the_lesson_with_outputs(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            async () =>
            {
                var executed = await ExecutedAsync(lesson);

                // Written in the form that VS Code keeps, so what is equal once it is cleared was equal before.
                Assert.Equal(executed, JavaScriptJson.Stringify(JsonNode.Parse(executed)!, " ") + "\n");
                Assert.Equal(
                    VsCodeNotebook.Open(await ReadWorkingCopyAsync(lesson)).ClearAllOutputs().Save(),
                    VsCodeNotebook.Open(executed).ClearAllOutputs().Save()
                );
            }
        );

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Under_the_kernelspecs_name_of_the_language_every_code_cell_would_change(string lesson)
    {
        var otherName = KernelInfoHandler.LanguageInfo;
        otherName["name"] = "C#";

        var saved = VsCodeNotebook.Open(File.ReadAllText(Checkout.PathOf(lesson))).Start(otherName).Save();

        var cells = JsonNode.Parse(saved)!["cells"]!.AsArray();
        Assert.All(
            cells.Where(cell => cell!["outputs"] is not null),
            cell => Assert.Equal("csharp", (string?)cell!["metadata"]!["vscode"]!["languageId"])
        );
    }

    private static Task<string> ReadWorkingCopyAsync(string lesson) =>
        File.ReadAllTextAsync(Checkout.PathOf(lesson), TestContext.Current.CancellationToken);

    private async Task<string> ExecutedAsync(string lesson) =>
        ExecutedNotebook.ToJson(TellerCell.TakeOutOf(await engine.RunAsItStandsAsync(lesson)));
}
