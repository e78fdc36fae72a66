namespace Lessons.DotNetInteractive.Tests.Tool;

/// <summary>
/// The lessons on the kernel that people have installed: <c>dotnet-interactive</c>, as a Jupyter front end starts it. It brings no
/// extension for charts, which come as drawings alone.
/// </summary>
public sealed class ToolLessonTests(ToolLessons lessons, OwnEngineLessons own)
    : SecondEngineLessonTests(lessons.ExecuteAsync, own, withFigures: false);
