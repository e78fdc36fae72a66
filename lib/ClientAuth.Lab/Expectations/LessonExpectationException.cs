namespace ClientAuth.Lab.Expectations;

/// <summary>A lesson claimed something that did not happen. The message says what was expected and what was seen.</summary>
public sealed class LessonExpectationException(string message) : Exception(message);
