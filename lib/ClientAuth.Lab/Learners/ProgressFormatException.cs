namespace ClientAuth.Lab.Learners;

/// <summary>A file's text is no progress of the version that is known here. The message is a part of a sentence.</summary>
internal sealed class ProgressFormatException(string message) : Exception(message);
