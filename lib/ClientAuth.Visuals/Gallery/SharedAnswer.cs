namespace ClientAuth.Visuals.Gallery;

/// <summary>One answer that a client may get, and how much is behind it.</summary>
/// <param name="Answer">Status and error code.</param>
/// <param name="Checks">How many different checks end in it.</param>
/// <param name="Cases">How many cases do.</param>
public sealed record SharedAnswer(string Answer, int Checks, int Cases);
