namespace ClientAuth.Visuals.Differences;

/// <summary>A piece of a value.</summary>
/// <param name="Text">As it stands there.</param>
/// <param name="Differs">Whether the other value has it not.</param>
internal sealed record Fragment(string Text, bool Differs);
