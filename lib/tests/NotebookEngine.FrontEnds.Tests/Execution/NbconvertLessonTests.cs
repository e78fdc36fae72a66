namespace NotebookEngine.FrontEnds.Tests.Execution;

/// <summary>Two lessons, as a person runs them at a command line. It runs cells by nbclient, which runs every lesson beside it.</summary>
public sealed class NbconvertLessonTests(HeadlessRun headless) : LessonExecution(headless)
{
    private protected override NotebookTool Tool => NotebookTool.Nbconvert;

    // A short one, and the one with charts.
    [Theory]
    [InlineData("01-client-secret.ipynb")]
    [InlineData("08-choosing-a-method.ipynb")]
    public Task A_lesson_shows_what_the_headless_runner_shows(string lesson) =>
        AssertShowsWhatTheHeadlessRunnerShowsAsync(lesson);
}
