using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Requests;
using NotebookEngine.Reports;

namespace Lessons.Tests.VsCode;

/// <summary>
/// A learner who runs a lesson in VS Code and saves it changes outputs and counts and nothing else, and gets the committed file back
/// with <em>Clear All Outputs</em>. Otherwise each learner's checkout is full of changes that nobody made.
/// </summary>
public sealed class SavedLessonTests(Engine engine)
{
    public static TheoryData<string> Lessons => Checkout.Lessons;

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Opening_and_saving_a_lesson_changes_no_byte(string lesson)
    {
        var committed = File.ReadAllText(Checkout.PathOf(lesson));

        Assert.Equal(committed, VsCodeNotebook.Open(committed).Save());
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Running_and_saving_a_lesson_adds_outputs_and_nothing_else(string lesson)
    {
        var committed = File.ReadAllText(Checkout.PathOf(lesson));
        var executed = ExecutedNotebook.ToJson(await engine.RunAsCommittedAsync(lesson));

        var session = VsCodeNotebook.Open(committed).Start(KernelInfoRequest.LanguageInfo).RunAll(executed);
        var saved = session.Save();
        var clearedAtOnce = session.ClearAllOutputs().Save();
        var clearedLater = VsCodeNotebook.Open(saved).ClearAllOutputs().Save();

        Assert.Contains("\"output_type\": \"execute_result\"", saved, StringComparison.Ordinal);
        Assert.Equal(committed, clearedAtOnce);
        Assert.Equal(committed, clearedLater);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task A_lesson_that_the_headless_runner_has_written_is_the_committed_one_with_outputs(string lesson)
    {
        var executed = ExecutedNotebook.ToJson(await engine.RunAsCommittedAsync(lesson));

        var cleared = VsCodeNotebook.Open(executed).ClearAllOutputs().Save();

        // Written in the form that VS Code keeps, so what is equal once it is cleared was equal before.
        Assert.Equal(executed, JavaScriptJson.Stringify(JsonNode.Parse(executed)!, " ") + "\n");
        Assert.Equal(File.ReadAllText(Checkout.PathOf(lesson)), cleared);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Under_the_kernelspecs_name_of_the_language_every_code_cell_would_change(string lesson)
    {
        var otherName = KernelInfoRequest.LanguageInfo;
        otherName["name"] = "C#";

        var saved = VsCodeNotebook.Open(File.ReadAllText(Checkout.PathOf(lesson))).Start(otherName).Save();

        var cells = JsonNode.Parse(saved)!["cells"]!.AsArray();
        Assert.All(
            cells.Where(cell => cell!["outputs"] is not null),
            cell => Assert.Equal("csharp", (string?)cell!["metadata"]!["vscode"]!["languageId"])
        );
    }
}
