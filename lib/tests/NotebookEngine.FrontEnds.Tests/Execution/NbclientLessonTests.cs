namespace NotebookEngine.FrontEnds.Tests.Execution;

/// <summary>Every lesson, as a Python program runs it.</summary>
public sealed class NbclientLessonTests(HeadlessRun headless) : LessonExecution(headless)
{
    public static TheoryData<string> Lessons => Checkout.Lessons;

    private protected override NotebookTool Tool => NotebookTool.Nbclient;

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task A_lesson_shows_what_the_headless_runner_shows(string lesson) =>
        AssertShowsWhatTheHeadlessRunnerShowsAsync(lesson);
}
