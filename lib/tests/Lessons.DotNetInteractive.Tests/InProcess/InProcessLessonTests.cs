namespace Lessons.DotNetInteractive.Tests.InProcess;

/// <summary>The lessons on <c>Microsoft.DotNet.Interactive</c>, with its own default references and its warnings visible.</summary>
public sealed class InProcessLessonTests(InProcessLessons lessons, OwnEngineLessons own)
    : SecondEngineLessonTests(lessons.ExecuteAsync, own, withFigures: true);
