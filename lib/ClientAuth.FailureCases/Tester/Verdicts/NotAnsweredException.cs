namespace ClientAuth.FailureCases.Tester.Verdicts;

/// <summary>The server had no answer to a request, or no time for it: that says nothing of what was sent.</summary>
internal sealed class NotAnsweredException(string message) : Exception(message);
