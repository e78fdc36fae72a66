namespace ClientAuth.Lab.Mistakes;

/// <summary>How somebody notices a mistake.</summary>
/// <param name="Server">The server or the tool that says it; null for what somebody sees without a message.</param>
/// <param name="Text">A few words of its message, or a description.</param>
/// <param name="Literal">Whether the text is the message itself, to search for.</param>
public sealed record Symptom(string? Server, string Text, bool Literal);
