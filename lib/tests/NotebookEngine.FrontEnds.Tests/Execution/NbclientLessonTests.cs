namespace NotebookEngine.FrontEnds.Tests.Execution;

public sealed class NbclientLessonTests(HeadlessRun headless) : LessonExecution(headless)
{
    private protected override NotebookTool Tool => NotebookTool.Nbclient;
}
