namespace NotebookEngine.FrontEnds.Tests.Execution;

public sealed class NbconvertLessonTests(HeadlessRun headless) : LessonExecution(headless)
{
    private protected override NotebookTool Tool => NotebookTool.Nbconvert;
}
