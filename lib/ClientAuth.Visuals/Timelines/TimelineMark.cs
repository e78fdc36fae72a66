namespace ClientAuth.Visuals.Timelines;

/// <summary>Something that happened at one moment, and whether it ended well.</summary>
internal sealed record TimelineMark(double At, bool IsGood);
